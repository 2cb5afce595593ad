package dev.holdfast.operation.repeat;

import dev.holdfast.calendar.CalendarFormatException;
import dev.holdfast.calendar.Recurrence;
import dev.holdfast.message.Message;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * When a series runs: so many times of a rule. The rule counts in local times. One that the clocks
 * skip is as much later as they are moved on, and of one that they show twice the first counts, as
 * RFC 5545 reads them: so each run happens once.
 *
 * @param rule a recurrence rule without an end
 * @param first the first of its times
 */
public record Repetition(String rule, LocalDateTime first, ZoneId zone, int runs) {

  /**
   * One time of a rule.
   *
   * @param local as the rule has it
   * @param number from 1
   */
  public record Occurrence(LocalDateTime local, ZonedDateTime start, int number) {

    public Instant at() {
      return start.toInstant();
    }

    /** How it differs from what clocks usually show; empty when it doesn't. */
    public Optional<Message> note() {
      ZoneOffsetTransition change = start.getZone().getRules().getTransition(local);
      return change == null
          ? Optional.empty()
          : Optional.of(
              Message.of(
                  change.isGap() ? "series.gap" : "series.overlap",
                  "time",
                  local.toLocalTime().toString(),
                  "start",
                  start));
    }
  }

  /** All of its times, the first one first. */
  public List<Occurrence> occurrences() {
    try {
      Iterator<LocalDateTime> times = Recurrence.of(rule, first, zone).from(first);
      List<Occurrence> all = new ArrayList<>();
      while (all.size() < runs && times.hasNext()) {
        LocalDateTime local = times.next();
        all.add(new Occurrence(local, local.atZone(zone), all.size() + 1));
      }
      return all;
    } catch (CalendarFormatException e) {
      throw new IllegalStateException("It was checked before: " + rule, e);
    }
  }

  /** The first one after an instant; empty when it's over then. */
  public Optional<Occurrence> after(Instant now) {
    return occurrences().stream().filter(run -> run.at().isAfter(now)).findFirst();
  }

  /** The one at an instant. */
  public Optional<Occurrence> at(Instant start) {
    return occurrences().stream().filter(run -> run.at().equals(start)).findFirst();
  }

  /** When it runs for the last time. */
  public Occurrence last() {
    List<Occurrence> all = occurrences();
    return all.get(all.size() - 1);
  }

  /** On which days, and at which time. */
  public Message message() {
    return Message.of("series.repeat", "pattern", RepeatPattern.of(rule).message())
        .with("time", first.toLocalTime().toString())
        .with("zone", zone.getId());
  }

  /** As people type it. */
  public String words() {
    return "every %s %s %s until %s"
        .formatted(
            RepeatPattern.of(rule).words(),
            first.toLocalTime(),
            zone.getId(),
            last().local().toLocalDate());
  }
}
