package dev.holdfast.series;

import dev.holdfast.message.Message;
import dev.holdfast.operation.repeat.SeriesSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.followup.SeriesStart;
import dev.holdfast.request.schedule.SeriesId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins a series, or gives it other terms, when that is approved. */
@Component
class SeriesBeginning implements SeriesStart {

  private final SeriesRepository series;
  private final SeriesRecord record;
  private final SeriesTask task;

  SeriesBeginning(SeriesRepository series, SeriesRecord record, SeriesTask task) {
    this.series = series;
    this.record = record;
    this.task = task;
  }

  @Override
  public Optional<Message> objection(Request approved) {
    SeriesTerms terms = SeriesTerms.of(approved);
    if (terms.nextAfter(record.now()).isEmpty()) {
      return Optional.of(Message.of("series.tooLate"));
    }
    return terms
        .spec()
        .changes()
        .filter(
            id ->
                SeriesId.parse(id)
                    .flatMap(series::find)
                    .filter(known -> !known.isOver())
                    .filter(known -> approved.details().isRequestedBy(known.owner()))
                    .isEmpty())
        .map(id -> Message.of("series.change.gone", "series", id));
  }

  @Override
  public Message begin(Request approved) {
    SeriesTerms terms = SeriesTerms.of(approved);
    Instant now = record.now();
    Series begun =
        terms
            .spec()
            .changes()
            .flatMap(SeriesId::parse)
            .map(id -> change(id, terms, now))
            .orElseGet(() -> add(terms, now));
    record.write(
        begun,
        AuditEventType.SERIES_STARTED,
        approved.details().requester(),
        "as approved with " + approved.id() + ", " + words(terms.spec()));
    return Message.of("series.begun", "series", begun.id().toString())
        .with("next", terms.nextAfter(now).orElseThrow());
  }

  private static String words(SeriesSpec spec) {
    return "%s from %s (%s), %d runs"
        .formatted(spec.rule(), spec.first(), spec.zone(), spec.runs());
  }

  private Series add(SeriesTerms terms, Instant now) {
    Request approved = terms.approval();
    Series begun =
        Series.begun(
            new SeriesId(approved.id().number()),
            approved.details().requester(),
            approved.id(),
            terms.nextAfter(now),
            now);
    series.add(begun);
    task.begin(begun, now);
    return begun;
  }

  /** A run that is requested already stays as it was approved. */
  private Series change(SeriesId id, SeriesTerms terms, Instant now) {
    Series changed =
        series
            .lock(id)
            .flatMap(known -> known.changed(terms.approval().id(), terms.nextAfter(now), now))
            .orElseThrow(() -> new IllegalStateException(id + " has just ended."));
    series.save(changed);
    task.wake(changed, now);
    return changed;
  }
}
