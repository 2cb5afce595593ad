package dev.holdfast.request;

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
public record AdministrationMode(
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
      Optional<Progress> progress,
      Optional<Ending> ending) {

    Leave intended(Instant now) {
      return new Leave(by, askedAt, Optional.of(now), Optional.empty(), progress, ending);
    }

    Leave waiting(Optional<String> why) {
      return new Leave(by, askedAt, intendedAt, why, progress, ending);
    }

    Leave seen(Progress seen) {
      return new Leave(by, askedAt, intendedAt, Optional.empty(), Optional.of(seen), ending);
    }

    Leave ended(Ending how) {
      return new Leave(by, askedAt, intendedAt, Optional.empty(), progress, Optional.of(how));
    }
  }

  static AdministrationMode seen(boolean leavable, Optional<String> background, Instant now) {
    return new AdministrationMode(Phase.ON, now, leavable, Optional.empty(), background);
  }

  /** Whether background operations were read to be on, or off; empty when that isn't known. */
  public Optional<Boolean> backgroundOperationsOn() {
    return background.flatMap(AdministrationMode::isOn);
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

  AdministrationMode asked(Person by, Instant now) {
    return with(
        Phase.ASKED,
        new Leave(by, now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  AdministrationMode with(Phase next, Leave changed) {
    return new AdministrationMode(next, seenAt, leavable, Optional.of(changed), background);
  }

  AdministrationMode offeredAgain(boolean again) {
    return new AdministrationMode(phase, seenAt, leavable && again, leave, background);
  }

  AdministrationMode withBackground(Optional<String> read) {
    return new AdministrationMode(phase, seenAt, leavable, leave, read);
  }
}
