package dev.holdfast.chat;

import dev.holdfast.card.Card;
import dev.holdfast.environment.Catalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The clicks on the way to a restore form, and from there to its review. */
@Component
class RestoreDesk {

  private final RestoreForms forms;
  private final Reviews reviews;
  private final UndoForms undo;
  private final RestorePoints points;
  private final Catalogue catalogue;

  RestoreDesk(
      RestoreForms forms,
      Reviews reviews,
      UndoForms undo,
      RestorePoints points,
      Catalogue catalogue) {
    this.points = points;
    this.forms = forms;
    this.reviews = reviews;
    this.undo = undo;
    this.catalogue = catalogue;
  }

  /** The form; with a possible time where the person has chosen one in place of theirs. */
  Card form(Map<String, String> data, Speaker who) {
    return read(data, who, input -> forms.form(input, who));
  }

  /** The form for the way back from a restore. */
  Card undo(Map<String, String> data, Speaker who) {
    return undo.form(data.getOrDefault("requestId", ""), who);
  }

  Card review(Map<String, String> data, Speaker who) {
    return read(data, who, input -> reviews.review(input, who));
  }

  /**
   * What memory and the database know to be wrong with a form, without asking the service: the form
   * again with what is wrong, or only that where memory isn't enough for the form.
   *
   * @return empty when nothing is known to be wrong
   */
  Optional<Objection> objection(Map<String, String> data, Speaker who) {
    Optional<RestoreInput> input =
        Typed.readInMemory(data, "source", catalogue)
            .flatMap(source -> Typed.readInMemory(source.data(), "target", catalogue))
            .map(target -> RestoreInput.of(target.data()));
    if (input.isEmpty()) {
      Map<String, String> errors = points.objections(RestoreInput.of(data), who);
      return Objection.of(errors, Optional.empty());
    }
    Map<String, String> errors = reviews.objections(input.get(), who);
    return Objection.of(
        errors, errors.isEmpty() ? Optional.empty() : forms.formInMemory(input.get(), who, errors));
  }

  private Card read(Map<String, String> data, Speaker who, Function<RestoreInput, Card> answer) {
    Typed source = Typed.read(data, "source", catalogue);
    if (source.unclear()) {
      return forms.askForSource(RestoreInput.of(source.data()), source);
    }
    Typed target = Typed.read(source.data(), "target", catalogue);
    RestoreInput input = withChosenTime(RestoreInput.of(target.data()), data, who);
    return target.unclear() ? forms.form(input, who, target) : answer.apply(input);
  }

  /** The retention window has moved on since the button was made. */
  private RestoreInput withChosenTime(RestoreInput input, Map<String, String> data, Speaker who) {
    if (!data.containsKey("useInstant")) {
      return input;
    }
    ZoneId zone = TimeZoneParser.parse(data.get("useZone")).orElseGet(who::zone);
    try {
      Instant chosen = Instant.parse(data.get("useInstant"));
      return points
          .nearest(input, chosen, zone)
          .map(near -> input.fromInstant(near.instant(), zone))
          .orElse(input);
    } catch (DateTimeParseException notOurButton) {
      return input;
    }
  }
}
