package dev.holdfast.chat;

import dev.holdfast.environment.Subject;
import dev.holdfast.platform.Environment.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The instants that an environment can be taken back to. */
final class RestoreWindow {

  /** A new backup can be restored after 10 to 15 minutes (rule R5). */
  private static final Duration NOT_YET = Duration.ofMinutes(15);

  private RestoreWindow() {}

  static Optional<Instant> earliest(Subject subject) {
    return subject.environment().retention().flatMap(Retention::availableFrom);
  }

  static Instant latest(Instant now) {
    return now.minus(NOT_YET);
  }
}
