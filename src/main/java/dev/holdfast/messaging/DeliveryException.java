package dev.holdfast.messaging;

import java.time.Duration;
import java.util.Optional;

/** A message did not reach its place. The message says why, in words fit for the operator. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final DeliveryFailureReason hindrance;
  private final transient Optional<Duration> retryAfter;

  public DeliveryException(Reason reason, String sentence, Optional<Duration> retryAfter) {
    this(reason, DeliveryFailureReason.behind(reason), sentence, retryAfter);
  }

  /**
   * @param sentence what the service said, for the log
   */
  public DeliveryException(
      Reason reason,
      DeliveryFailureReason hindrance,
      String sentence,
      Optional<Duration> retryAfter) {
    super(sentence);
    this.reason = reason;
    this.hindrance = hindrance;
    this.retryAfter = retryAfter;
  }

  public Reason reason() {
    return reason;
  }

  /** What to say of it where it is given up. */
  public DeliveryFailureReason hindrance() {
    return hindrance;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter == null ? Optional.empty() : retryAfter;
  }

  /** What to do about it. */
  public enum Reason {
    /** Held back to stay within the service's limits: nothing was sent. */
    NOT_YET,
    /** Throttled or unavailable: the same again, later. */
    LATER,
    /** No usable answer to a new message: it may be there, and a repetition may be the second. */
    UNCERTAIN,
    /** The message to update is no longer there: post it anew. */
    MESSAGE_GONE,
    /** The person has not installed or has blocked Holdfast, or the conversation is not known. */
    UNREACHABLE,
    /** The service will never take it as it is. */
    NEVER
  }
}
