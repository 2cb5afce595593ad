package dev.holdfast.chat.calendar;

import dev.holdfast.message.Message;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something in the calendar.
 *
 * @param until the first instant after it; empty where that isn't known
 * @param environments those that the reader may see; none for all environments
 * @param note what else there is to say
 * @param work what is planned or runs; empty for all else
 */
record CalendarEntry(
    Kind kind,
    Instant from,
    Optional<Instant> until,
    Message title,
    List<EnvironmentRef> environments,
    Optional<Message> note,
    Optional<Work> work) {

  CalendarEntry {
    environments = List.copyOf(environments);
  }

  /** What it is, and what goes first where there isn't room for all. */
  enum Kind {
    RUNNING,
    /** Something that is to start. */
    PLANNED,
    /** Somebody froze something. */
    FREEZE,
    /** The policy freezes something. */
    POLICY_FREEZE,
    MAINTENANCE,
    WINDOW
  }

  /**
   * An operation.
   *
   * @param name by which people know it, such as {@code R-1042}
   * @param emergency whether windows and freezes may let it pass
   */
  record Work(String name, OperationSpec spec, boolean emergency) {}

  static CalendarEntry of(
      Kind kind, Instant from, Instant until, Message title, List<EnvironmentRef> environments) {
    return new CalendarEntry(
        kind, from, Optional.of(until), title, environments, Optional.empty(), Optional.empty());
  }

  /** Whether it's on one of these environments. */
  boolean isOn(OperationSpec spec) {
    return environments.isEmpty()
        || spec.environments().stream()
            .anyMatch(
                use ->
                    environments.stream().anyMatch(it -> it.id().equals(use.environment().id())));
  }

  /** Whether both are at one time. Of what has no known end, only its beginning is certain. */
  boolean meets(CalendarEntry other) {
    return from.isBefore(other.end()) && other.from.isBefore(end());
  }

  boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(end());
  }

  private Instant end() {
    return until.filter(from::isBefore).orElseGet(() -> from.plusSeconds(1));
  }
}
