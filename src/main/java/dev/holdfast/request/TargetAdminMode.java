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

  /** Where it stands; the names of a request's states where the same happens. */
  public enum Phase {
    /** The target is in it, as far as Holdfast knows. */
    ON,
    /** Somebody asked to leave it. */
    ASKED,
    STARTING,
    RUNNING,
    VERIFYING,
    LEFT
  }

  /**
   * One person's wish to leave it.
   *
   * @param intendedAt when the intent to call was made last
   * @param waitsFor why it does not go on at the moment, in words
   * @param progress of the operation, once the service took the order
   * @param ending how it ended; in the phase {@link Phase#ON} why it did not work
   */
  public record Leave(
      Person by,
      Instant askedAt,
      Optional<Instant> intendedAt,
      Optional<String> waitsFor,
      Optional<OperationProgress> progress,
      Optional<Outcome> ending) {

    Leave intended(Instant now) {
      return new Leave(by, askedAt, Optional.of(now), Optional.empty(), progress, ending);
    }

    Leave waiting(Optional<String> why) {
      return new Leave(by, askedAt, intendedAt, why, progress, ending);
    }

    Leave seen(OperationProgress seen) {
      return new Leave(by, askedAt, intendedAt, Optional.empty(), Optional.of(seen), ending);
    }

    Leave ended(Outcome how) {
      return new Leave(by, askedAt, intendedAt, Optional.empty(), progress, Optional.of(how));
    }
  }

  static TargetAdminMode seen(boolean leavable, Optional<String> background, Instant now) {
    return new TargetAdminMode(Phase.ON, now, leavable, Optional.empty(), background);
  }

  /** Whether background operations were read to be on, or off; empty when that isn't known. */
  public Optional<Boolean> backgroundOperationsOn() {
    return background.flatMap(TargetAdminMode::isOn);
  }

  private static Optional<Boolean> isOn(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "enabled" -> Optional.of(true);
      case "disabled" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether somebody asked to leave it and Holdfast is at it. */
  public boolean beingLeft() {
    return phase != Phase.ON && phase != Phase.LEFT;
  }

  /** Whether a person can ask Holdfast to leave it. */
  public boolean offered() {
    return phase == Phase.ON && leavable;
  }

  TargetAdminMode asked(Person by, Instant now) {
    return with(
        Phase.ASKED,
        new Leave(by, now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  TargetAdminMode with(Phase next, Leave changed) {
    return new TargetAdminMode(next, seenAt, leavable, Optional.of(changed), background);
  }

  TargetAdminMode offeredAgain(boolean again) {
    return new TargetAdminMode(phase, seenAt, leavable && again, leave, background);
  }

  TargetAdminMode withBackground(Optional<String> read) {
    return new TargetAdminMode(phase, seenAt, leavable, leave, read);
  }
}
