package dev.holdfast.series;

import dev.holdfast.request.Person;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down what happens to series, with the request by which they were approved. */
@Component
class SeriesRecord {

  private final RequestEventPublisher events;
  private final List<SeriesListener> listeners;
  private final Clock clock;

  SeriesRecord(RequestEventPublisher events, List<SeriesListener> listeners, Clock clock) {
    this.events = events;
    this.listeners = listeners;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void write(Series series, AuditEventType type, Person by, String words) {
    events.publish(
        new AuditEvent(
            series.approval(),
            type,
            Optional.empty(),
            by,
            now(),
            words.isEmpty() ? series.id().toString() : series.id() + ": " + words));
  }

  /** The owner is told. */
  void pausedByHoldfast(Series series, String words) {
    write(series, AuditEventType.SERIES_PAUSED, Person.HOLDFAST, words);
    listeners.forEach(listener -> listener.paused(series));
  }

  /** The owner is told. */
  void over(Series series) {
    write(series, AuditEventType.SERIES_ENDED, Person.HOLDFAST, "after its last run");
    listeners.forEach(listener -> listener.ended(series));
  }
}
