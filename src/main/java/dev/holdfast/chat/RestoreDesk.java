package dev.holdfast.chat;

import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.EnvironmentInput;
import dev.holdfast.chat.FormErrors;
import dev.holdfast.chat.RestoreForm;
import dev.holdfast.chat.RestoreFormInput;
import dev.holdfast.chat.RestorePointResolver;
import dev.holdfast.chat.RestoreReview;
import dev.holdfast.chat.TimeZoneParser;
import dev.holdfast.chat.UndoForm;

import dev.holdfast.card.Card;
import dev.holdfast.environment.EnvironmentCatalog;
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

  private final RestoreForm forms;
  private final RestoreReview reviews;
  private final UndoForm undo;
  private final RestorePointResolver points;
  private final EnvironmentCatalog catalogue;

  RestoreDesk(
      RestoreForm forms,
      RestoreReview reviews,
      UndoForm undo,
      RestorePointResolver points,
      EnvironmentCatalog catalogue) {
    this.points = points;
    this.forms = forms;
    this.reviews = reviews;
    this.undo = undo;
    this.catalogue = catalogue;
  }

  /** The form; with a possible time where the person has chosen one in place of theirs. */
  Card form(Map<String, String> data, ChatUser who) {
    return read(data, who, input -> forms.form(input, who));
  }

  /** The form for the way back from a restore. */
  Card undo(Map<String, String> data, ChatUser who) {
    return undo.form(data.getOrDefault("requestId", ""), who);
  }

  Card review(Map<String, String> data, ChatUser who) {
    return read(data, who, input -> reviews.review(input, who));
  }

  /**
   * What memory and the database know to be wrong with a form, without asking the service: the form
   * again with what is wrong, or only that where memory isn't enough for the form.
   *
   * @return empty when nothing is known to be wrong
   */
  Optional<FormErrors> objection(Map<String, String> data, ChatUser who) {
    Optional<RestoreFormInput> input =
        EnvironmentInput.readInMemory(data, "source", catalogue)
            .flatMap(source -> EnvironmentInput.readInMemory(source.data(), "target", catalogue))
            .map(target -> RestoreFormInput.of(target.data()));
    if (input.isEmpty()) {
      Map<String, String> errors = points.objections(RestoreFormInput.of(data), who);
      return FormErrors.of(errors, Optional.empty());
    }
    Map<String, String> errors = reviews.objections(input.get(), who);
    return FormErrors.of(
        errors, errors.isEmpty() ? Optional.empty() : forms.formInMemory(input.get(), who, errors));
  }

  private Card read(
      Map<String, String> data, ChatUser who, Function<RestoreFormInput, Card> answer) {
    EnvironmentInput source = EnvironmentInput.read(data, "source", catalogue);
    if (source.unclear()) {
      return forms.askForSource(RestoreFormInput.of(source.data()), source);
    }
    EnvironmentInput target = EnvironmentInput.read(source.data(), "target", catalogue);
    RestoreFormInput input = withChosenTime(RestoreFormInput.of(target.data()), data, who);
    return target.unclear() ? forms.form(input, who, target) : answer.apply(input);
  }

  /** The retention window has moved on since the button was made. */
  private RestoreFormInput withChosenTime(
      RestoreFormInput input, Map<String, String> data, ChatUser who) {
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
