package dev.holdfast.chat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Understands the words that a person uses for a restore point, in the person's own time zone. */
final class RestorePointParser {

  private final ZoneId zone;
  private final Instant now;

  /**
   * @param zone the person's zone; words without an offset are meant in it
   * @param now the present, against which {@code yesterday} and {@code ago} are held
   */
  RestorePointParser(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /** The instant that the words name, or a sentence. Never throws. */
  When parse(String text) {
    return new When.NotUnderstood(zone + " " + now);
  }

  /** The instant of a date and time on the person's clock, as a form's inputs give it. */
  When at(LocalDateTime local) {
    return new When.NotUnderstood(local.toString());
  }
}
