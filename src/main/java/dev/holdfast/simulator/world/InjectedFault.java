package dev.holdfast.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * A fault on order.
 *
 * @param times how often it strikes: per operation for looks (3 when missing), altogether for
 *     orders (always when missing)
 * @param retryAfter seconds, for the kinds that answer 429 (5 when missing)
 * @param code the service's code for {@link FaultKind#RESTORE_FAILS}
 * @param message its words
 */
public record InjectedFault(
    FaultKind kind,
    @Nullable Integer times,
    @Nullable Integer retryAfter,
    @Nullable String code,
    @Nullable String message) {

  int timesOr(int missing) {
    return times == null ? missing : times;
  }

  public String codeOrUsual() {
    return codeOr("RestoreFailed");
  }

  public String wordsOrUsual() {
    return wordsOr("The restore failed.");
  }

  public String codeOr(String missing) {
    return code == null ? missing : code;
  }

  public String wordsOr(String missing) {
    return message == null ? missing : message;
  }

  int retryAfterSeconds() {
    return retryAfter == null ? 5 : retryAfter;
  }
}
