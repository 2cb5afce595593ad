package dev.holdfast.chat.series;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.repeat.RepeatForm;
import dev.holdfast.operation.repeat.Repetition.Occurrence;
import dev.holdfast.request.RequestId;
import dev.holdfast.series.Run;
import dev.holdfast.series.Series;
import dev.holdfast.series.SeriesService;
import dev.holdfast.series.SeriesService.Seen;
import dev.holdfast.series.SeriesState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The card of a series. */
@Component
class SeriesCards {

  /** The field of a button that names its series. */
  static final String SERIES = "series";

  private static final int SHOWN = 5;

  private final SeriesService series;
  private final OperationCatalog operations;
  private final CardRenderer cards;
  private final Clock clock;

  SeriesCards(SeriesService series, OperationCatalog operations, CardRenderer cards, Clock clock) {
    this.series = series;
    this.operations = operations;
    this.cards = cards;
    this.clock = clock;
  }

  /** Among others it has nobody's buttons. */
  Card card(Seen seen, ChatUser who, ConversationRef where, Optional<Banner> banner) {
    boolean personal = where.kind() == ConversationRef.Kind.PERSONAL;
    return card(seen, who.texts(), who.zone(), personal, banner);
  }

  private Card card(
      Seen seen, CardTexts texts, ZoneId zone, boolean buttons, Optional<Banner> banner) {
    Series shown = seen.series();
    return cards.render(
        new SeriesView(
            shown.id().toString(),
            texts.of(each(seen).inShort()),
            label(shown, texts),
            banner,
            facts(seen, texts),
            next(seen, texts),
            past(seen, texts),
            buttons ? buttons(seen, zone) : SeriesView.Buttons.NONE));
  }

  private Operation<?> each(Seen seen) {
    return operations.of(seen.terms().spec().run());
  }

  private static StateLabel label(Series shown, CardTexts texts) {
    Tone tone =
        switch (shown.state()) {
          case ACTIVE -> Tone.ONGOING;
          case PAUSED -> Tone.ATTENTION;
          case ENDED -> Tone.NEUTRAL;
        };
    return new StateLabel(texts.of(state(shown)), tone);
  }

  /** Its state, and why. */
  static Message state(Series shown) {
    return Message.of("series.state", "state", shown.state().name())
        .with("reason", shown.standing().reason().map(Enum::name).orElse(""))
        .with("person", shown.standing().by())
        .with("time", shown.standing().since());
  }

  private List<Fact> facts(Seen seen, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("series.owner", seen.series().owner().name()));
    facts.add(texts.fact("series.approvedWith", seen.series().approval().toString()));
    facts.addAll(operations.of(seen.terms().spec()).options(texts));
    return facts;
  }

  private List<String> next(Seen seen, CardTexts texts) {
    if (seen.series().state() == SeriesState.ENDED) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Run> requested = series.runs(seen.series().id(), SHOWN * 2);
    return seen.terms().spec().times().occurrences().stream()
        .filter(time -> time.at().isAfter(now))
        .limit(SHOWN)
        .map(time -> texts.of(next(time, requested)))
        .toList();
  }

  private static Message next(Occurrence time, List<Run> requested) {
    Message when = time.note().orElseGet(() -> Message.of("series.run", "start", time.start()));
    return requested.stream()
        .filter(run -> run.at().equals(time.at()))
        .findFirst()
        .map(run -> when.then(outcome(run)))
        .orElse(when);
  }

  private List<String> past(Seen seen, CardTexts texts) {
    Instant now = clock.instant();
    return series.runs(seen.series().id(), SHOWN * 2).stream()
        .filter(run -> !run.at().isAfter(now))
        .limit(SHOWN)
        .map(run -> texts.of(Message.of("series.run.past", "time", run.at()).then(outcome(run))))
        .toList();
  }

  private static Message outcome(Run run) {
    return Message.of("series.run.state", "state", run.state().name())
        .with("request", run.request().map(RequestId::toString).orElse("none"));
  }

  private SeriesView.Buttons buttons(Seen seen, ZoneId zone) {
    SeriesState state = seen.series().state();
    Map<String, String> id = Map.of(SERIES, seen.series().id().toString());
    boolean open = state != SeriesState.ENDED;
    return new SeriesView.Buttons(
        data(id, seen.mayStop() && state == SeriesState.ACTIVE),
        data(id, seen.owner() && state == SeriesState.PAUSED),
        data(id, seen.mayStop() && state == SeriesState.ACTIVE),
        data(change(seen, zone), seen.owner() && open),
        data(id, seen.mayStop() && open));
  }

  private Map<String, String> change(Seen seen, ZoneId zone) {
    Map<String, String> data =
        new HashMap<>(operations.of(seen.terms().spec()).again(seen.terms().approval(), zone));
    data.put(RepeatForm.CHANGES, seen.series().id().toString());
    return data;
  }

  private static Optional<Map<String, String>> data(Map<String, String> data, boolean shown) {
    return Stream.of(data).filter(any -> shown).findFirst();
  }

  /** A line for each series, those that run first. */
  Message line(Seen seen) {
    Message line =
        Message.of("series.line", "series", seen.series().id().toString())
            .with("operation", each(seen).inShort())
            .with("state", state(seen.series()));
    return seen.series()
        .next()
        .filter(at -> seen.series().state() == SeriesState.ACTIVE)
        .map(at -> line.then(Message.of("series.line.next", "time", at)))
        .orElse(line);
  }
}
