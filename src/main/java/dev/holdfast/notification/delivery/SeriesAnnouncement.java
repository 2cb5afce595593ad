package dev.holdfast.notification.delivery;

import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.notification.store.OutboxKind;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.series.Series;
import dev.holdfast.series.SeriesReason;
import dev.holdfast.series.SeriesRepository;
import dev.holdfast.series.SeriesState;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says that Holdfast paused a series, or that it had its last run. */
@Component
class SeriesAnnouncement {

  private final SeriesRepository series;
  private final ViewerResolver viewers;
  private final Messenger messenger;

  SeriesAnnouncement(SeriesRepository series, ViewerResolver viewers, Messenger messenger) {
    this.series = series;
    this.viewers = viewers;
    this.messenger = messenger;
  }

  /** Whether there was still something to say. */
  boolean tell(OutboxRepository.Row row) {
    Optional<Message> said =
        series.find(new SeriesId(row.request().number())).flatMap(it -> message(it, row));
    CardTexts texts = new CardTexts(viewers.zoneOf(row.address()));
    said.ifPresent(message -> messenger.say(row.address(), texts.of(message)));
    return said.isPresent();
  }

  /** Of what goes on again, nobody is told any more that it was paused. */
  private static Optional<Message> message(Series series, OutboxRepository.Row row) {
    Message ended = Message.of("series.told.ended", "series", series.id().toString());
    if (row.kind() == OutboxKind.SERIES_ENDED) {
      return Optional.of(ended);
    }
    return Optional.of(series)
        .filter(paused -> paused.state() == SeriesState.PAUSED)
        .flatMap(paused -> paused.standing().reason())
        .map(
            reason ->
                Message.of("series.told.paused", "series", series.id().toString())
                    .with("reason", reason == SeriesReason.FAILURES ? "failures" : "policy"));
  }
}
