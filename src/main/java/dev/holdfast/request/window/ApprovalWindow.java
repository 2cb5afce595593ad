package dev.holdfast.request.window;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long there is to decide, and what happens meanwhile.
 *
 * @param length in business time where there are hours
 * @param remindAt shares of it, in percent, after which those who haven't decided are reminded
 * @param escalation when a second group may approve, too; empty for never
 * @param hours in which it passes; empty where it always does
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ApprovalWindow(
    Duration length,
    List<Integer> remindAt,
    Optional<EscalationPoint> escalation,
    Optional<BusinessHours> hours) {

  public ApprovalWindow {
    remindAt = remindAt == null ? List.of() : List.copyOf(remindAt);
  }

  /** Without anything that happens before its end. */
  public static ApprovalWindow of(Duration length) {
    return new ApprovalWindow(length, List.of(), Optional.empty(), Optional.empty());
  }

  /** Whether nothing but its end tells it from any other time. */
  @JsonIgnore
  public boolean isPlain() {
    return remindAt.isEmpty() && escalation.isEmpty() && hours.isEmpty();
  }

  /** When it ends if it begins now. */
  public Instant end(Instant begin) {
    return plus(begin, length);
  }

  /** The instants of the reminders in a window that was cut to these. */
  public List<Instant> reminders(Instant begin, Instant end) {
    return remindAt.stream().map(percent -> share(begin, end, percent)).toList();
  }

  /** When it escalates; empty if that wouldn't be before its end. */
  public Optional<Instant> escalatesAt(Instant begin, Instant end) {
    return escalation
        .map(
            point ->
                point
                    .percent()
                    .map(percent -> share(begin, end, percent))
                    .orElseGet(() -> plus(begin, point.after().orElse(length))))
        .filter(at -> at.isBefore(end));
  }

  /** When so many percent of the time from one instant to another have passed. */
  public Instant share(Instant begin, Instant end, int percent) {
    Duration open = hours.map(given -> given.between(begin, end)).orElse(Duration.ZERO);
    return open.isZero()
        ? begin.plus(part(Duration.between(begin, end), percent))
        : plus(begin, part(open, percent));
  }

  private Instant plus(Instant begin, Duration time) {
    return hours.map(open -> open.plus(begin, time)).orElseGet(() -> begin.plus(time));
  }

  private static Duration part(Duration whole, int percent) {
    return whole.multipliedBy(percent).dividedBy(100);
  }
}
