package dev.holdfast.request;

import dev.holdfast.request.RequestEvent.What;
import java.time.Instant;
import java.util.Optional;

/**
 * What the end of a request leaves behind on the target. Each method that returns an event is a
 * transition of the {@link Request} that it came from.
 */
public final class Aftermath {

  private final Request request;

  Aftermath(Request request) {
    this.request = request;
  }

  /** Whether it is over and the target was overwritten, or may have been in part. */
  public boolean hasOverwritten() {
    return request.state().closed()
        && request.terms().work() instanceof Work.Restore
        && request.ending().filter(Ending::started).isPresent();
  }

  /** The safety backup with which it can be undone; empty when there is none any more. */
  public Optional<SafetyBackup.Kept> wayBack(Instant now) {
    return hasOverwritten()
        ? request.safetyBackup().flatMap(SafetyBackup::kept).filter(kept -> kept.livesAt(now))
        : Optional.empty();
  }

  /** Whether its restore did not end well, and nobody has looked at the target since. */
  public boolean targetIsToBeSeen() {
    return (request.state() == State.FAILED || request.state() == State.UNKNOWN)
        && hasOverwritten()
        && request.targetSeen().isEmpty();
  }

  /** After an end that was no success the target was read. */
  public RequestEvent targetSeen(TargetSeen target) {
    request.require(targetIsToBeSeen(), "have its target seen");
    request.seen(target);
    return request.raise(What.TARGET_SEEN, Person.HOLDFAST, target.at(), target.state());
  }

  /**
   * Whether it ended without success after the service had begun, so that the target may be in
   * administration mode and somebody has to look.
   */
  public boolean mayBeInAdministrationMode() {
    return request.state() != State.SUCCEEDED
        && hasOverwritten()
        && request.administrationMode().isEmpty();
  }

  /** After an end that was no success the target was seen in administration mode. */
  public RequestEvent seenInAdministrationMode(boolean leavable, Instant now) {
    request.require(mayBeInAdministrationMode(), "be seen in administration mode");
    AdministrationMode on =
        AdministrationMode.seen(
            leavable, request.targetSeen().flatMap(TargetSeen::background), now);
    return request.mode(on, What.IN_ADMIN_MODE, Person.HOLDFAST, now, "");
  }
}
