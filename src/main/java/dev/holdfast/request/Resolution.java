package dev.holdfast.request;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.ResolutionKind;
import dev.holdfast.request.step.ResolutionStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * What a person said about an outcome that was not known.
 *
 * @param version the request's version after it
 * @param operation the service's id of the operation; empty unless it {@link ResolutionKind#RAN_AS}
 *     one
 * @param comment why; may be empty where none is needed
 * @param status what came of it
 * @param objection why Holdfast couldn't do so; an empty text unless {@link Standing#REFUSED}
 */
public record Resolution(
    long version,
    Person by,
    Instant at,
    ResolutionKind kind,
    String operation,
    String comment,
    ResolutionStatus status,
    Message objection) {

  private static final Duration CONFIRMABLE = Duration.ofHours(24);

  /** Until when a second person can confirm it, where one has to. */
  public Instant confirmableUntil() {
    return at.plus(CONFIRMABLE);
  }

  Resolution with(ResolutionStatus next, Message why) {
    return new Resolution(version, by, at, kind, operation, comment, next, why);
  }
}
