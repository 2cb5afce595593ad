package dev.holdfast.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short id of a request, written {@code R-1042}. */
public record RequestId(long number) {

  /** Stands in the audit log and the outbox for what is about no request. */
  public static final RequestId NONE = new RequestId(0);

  private static final Pattern WRITTEN = Pattern.compile("\\s*[Rr]?-?(\\d{1,15})\\s*");

  /** Reads {@code R-1042}, {@code r1042} or {@code 1042}; empty when the text is none of these. */
  public static Optional<RequestId> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(new RequestId(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "R-" + number;
  }
}
