package dev.holdfast.entra;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is no token to be had. The message is a sentence for people and carries no secret. */
public final class EntraException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Details details;

  EntraException(String sentence, Details details, @Nullable Throwable cause) {
    super(sentence, cause);
    this.details = details;
  }

  /** Who can fix it. */
  public enum Mender {
    OPERATOR,
    SERVICE
  }

  /**
   * What Entra ID said.
   *
   * @param anyAudience whether a token for another audience would fail the same way
   * @param code such as {@code AADSTS7000215}
   * @param message in Entra ID's own words
   * @param correlationId the id to name to Microsoft's support
   * @param retryAfter how long Entra ID asks to wait
   */
  record Details(
      Mender mender,
      boolean anyAudience,
      Optional<String> code,
      Optional<String> message,
      Optional<String> correlationId,
      Optional<Duration> retryAfter) {

    static Details of(Mender mender) {
      return new Details(
          mender, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  public Mender mender() {
    return details.mender();
  }

  public Optional<String> code() {
    return details.code();
  }

  /** In Entra ID's own words. */
  public Optional<String> words() {
    return details.message();
  }

  public Optional<String> correlationId() {
    return details.correlationId();
  }

  public Optional<Duration> retryAfter() {
    return details.retryAfter();
  }

  boolean anyAudience() {
    return details.anyAudience();
  }
}
