package dev.holdfast.notification.card.parts;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Tone;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.PartRequests;
import dev.holdfast.request.followup.PartRequests.Part;
import dev.holdfast.request.step.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What carries out a request, where that is requests of its own. */
@Component
public class PartsMapper {

  /** A card has a limited size; the others are read on their own cards. */
  private static final int DETAILED = 3;

  private final PartRequests parts;

  PartsMapper(PartRequests parts) {
    this.parts = parts;
  }

  /**
   * A row for each; none before they begin.
   *
   * @param tones of states
   */
  public List<PartRow> rows(Request whole, Function<RequestState, Tone> tones, CardTexts texts) {
    List<PartRow> rows = new ArrayList<>();
    int detailed = 0;
    for (Part part : parts.of(whole)) {
      if (part.request().isPresent()) {
        Optional<Message> detail = detail(part.request().get());
        rows.add(
            row(
                part.request().get(),
                detailed < DETAILED ? detail : Optional.empty(),
                tones,
                texts));
        detailed += detail.isPresent() ? 1 : 0;
      }
    }
    return rows;
  }

  private static PartRow row(
      Request part, Optional<Message> detail, Function<RequestState, Tone> tones, CardTexts texts) {
    return new PartRow(
        NameMarks.shown(part.details().spec().affected().displayName()),
        part.id().toString(),
        texts.of(part.state().title()),
        tones.apply(part.state()),
        detail.map(texts::of).orElse(""),
        Map.of("requestId", part.id().toString()));
  }

  /** How it ended, which has the service's words where there are any. */
  private static Optional<Message> detail(Request part) {
    return part.outcome()
        .filter(end -> part.state() != RequestState.SUCCEEDED)
        .map(Outcome::message);
  }

  /** How many are over, and what keeps the rest. */
  public Optional<Message> progress(Request whole) {
    List<Part> known = parts.of(whole).stream().filter(part -> part.request().isPresent()).toList();
    if (whole.state().isClosed() || known.isEmpty()) {
      return Optional.empty();
    }
    long over = known.stream().filter(Part::isOver).count();
    long unknown =
        known.stream().filter(part -> part.isIn(RequestState.UNKNOWN) && !part.isOver()).count();
    Message progress = Message.of("parts.progress", "over", over, "count", known.size());
    return Optional.of(
        unknown == 0
            ? progress
            : progress.then(Message.of("parts.progress.unknown", "count", unknown)));
  }
}
