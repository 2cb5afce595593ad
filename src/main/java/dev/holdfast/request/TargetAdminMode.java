package dev.holdfast.request;

import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Administration mode on the target of a restore (rule R20), and how people have it left.
 *
 * @param seenAt when the target was last read to be in it
 * @param leavable whether Holdfast can have it left; otherwise only the admin center can
 * @param leave the last wish to leave it
 * @param background the service's own word for background operations, as last read; empty when it
 *     didn't say
 */
public record TargetAdminMode(
    Phase phase,
    Instant seenAt,
    boolean leavable,
    Optional<Leave> leave,
    Optional<String> background) {

  /** Where it stands. */
  public enum Phase {
    /** The target is in it, as far as Holdfast knows. */
    ON,
    /** Somebody asked to leave it, and another request does that. */
    ASKED,
    /** Only in what was stored before another request did that, as the two after it. */
    STARTING,
    RUNNING,
    VERIFYING,
    LEFT
  }

  /**
   * One person's wish to leave it.
   *
   * @param request that takes the target out of it; empty in what was stored before there was one
   * @param intendedAt when the intent to call was made last; only in what was stored before
   * @param waitsFor why it does not go on, in words; only in what was stored before
   * @param progress of the operation, once it ended or as it was stored before
   * @param ending how it ended; in the phase {@link Phase#ON} why it did not work
   */
  public record Leave(
      Person by,
      Instant askedAt,
      Optional<RequestId> request,
      Optional<Instant> intendedAt,
      Optional<String> waitsFor,
      Optional<OperationProgress> progress,
      Optional<Outcome> ending) {

    static Leave asked(Person by, RequestId request, Instant now) {
      return new Leave(
          by,
          now,
          Optional.of(request),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    Leave doneBy(RequestId other) {
      return new Leave(
          by,
          askedAt,
          Optional.of(other),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ending);
    }

    Leave ended(Outcome how, Optional<OperationProgress> seen) {
      return new Leave(by, askedAt, request, intendedAt, Optional.empty(), seen, Optional.of(how));
    }
  }

  static TargetAdminMode seen(boolean leavable, Optional<String> background, Instant now) {
    return new TargetAdminMode(Phase.ON, now, leavable, Optional.empty(), background);
  }

  /** Whether background operations were read to be on, or off; empty when that isn't known. */
  public Optional<Boolean> backgroundOperationsOn() {
    return background.flatMap(TargetAdminMode::isOn);
  }

  /** What the service's own word for background operations means. */
  public static Optional<Boolean> isOn(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "enabled" -> Optional.of(true);
      case "disabled" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether somebody asked to leave it and Holdfast has not come to an end with it. */
  public boolean beingLeft() {
    return phase != Phase.ON && phase != Phase.LEFT;
  }

  /** Whether a person can ask Holdfast to leave it. */
  public boolean offered() {
    return phase == Phase.ON && leavable;
  }

  TargetAdminMode with(Phase next, Leave changed) {
    return new TargetAdminMode(next, seenAt, leavable, Optional.of(changed), background);
  }

  TargetAdminMode withoutLeave() {
    return new TargetAdminMode(Phase.ON, seenAt, leavable, Optional.empty(), background);
  }

  TargetAdminMode offeredAgain(boolean again) {
    return new TargetAdminMode(phase, seenAt, leavable && again, leave, background);
  }

  TargetAdminMode withBackground(Optional<String> read) {
    return new TargetAdminMode(phase, seenAt, leavable, leave, read);
  }
}
