package dev.holdfast.entra;

import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** 429 or 5xx: whoever gives out tokens has trouble of its own. */
final class TokenServiceBusyException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final int status;
  private final Duration retryAfter;

  TokenServiceBusyException(IHttpResponse answer) {
    super("answer " + answer.statusCode());
    status = answer.statusCode();
    retryAfter = retryAfter(answer);
  }

  int status() {
    return status;
  }

  /** At most a minute, and zero where nothing is said. */
  Duration retryAfter() {
    return retryAfter;
  }

  private static Duration retryAfter(IHttpResponse answer) {
    return answer.headers().entrySet().stream()
        .filter(header -> "retry-after".equalsIgnoreCase(header.getKey()))
        .map(header -> seconds(header.getValue()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> seconds(List<String> values) {
    return values.stream()
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
        .findFirst();
  }
}
