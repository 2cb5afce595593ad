package dev.holdfast.testing;

import java.util.Optional;

/**
 * What the connector answers instead of doing as it is told.
 *
 * @param code Teams' code, or empty for an answer without a body, as a gateway gives it
 * @param retryAfter the header's value
 */
public record FakeFault(int status, String code, Optional<String> retryAfter) {

  public static FakeFault of(int status, String code) {
    return new FakeFault(status, code, Optional.empty());
  }

  /** 429 with a number of seconds, or a date, to wait. */
  public static FakeFault throttled(String retryAfter) {
    return new FakeFault(429, "Throttled", Optional.of(retryAfter));
  }

  FakeAnswer answer() {
    var body = code.isEmpty() ? "" : FakeAnswer.error(status, code, "As ordered.").body();
    return new FakeAnswer(status, body, retryAfter);
  }
}
