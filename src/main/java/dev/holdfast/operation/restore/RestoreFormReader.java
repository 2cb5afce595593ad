package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.time.TimeZoneParser;
import dev.holdfast.card.Card;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads what a button of a restore form sends, and asks back which environments are meant. */
@Component
class RestoreFormReader {

  private final RestoreForm forms;
  private final RestorePointResolver points;
  private final ReadableEnvironments catalog;

  RestoreFormReader(RestoreForm forms, RestorePointResolver points, ReadableEnvironments catalog) {
    this.forms = forms;
    this.points = points;
    this.catalog = catalog;
  }

  /**
   * @param answer the card where it's clear which environments are meant
   */
  Card read(Map<String, String> data, ChatUser who, Function<RestoreFormInput, Card> answer) {
    EnvironmentInput source = EnvironmentInput.read(data, "source", catalog, who);
    if (source.unclear()) {
      return forms.askForSource(RestoreFormInput.of(source.data()), who, source);
    }
    EnvironmentInput target = EnvironmentInput.read(source.data(), "target", catalog, who);
    RestoreFormInput input = withChosenTime(RestoreFormInput.of(target.data()), data, who);
    return target.unclear() ? forms.form(input, who, target) : answer.apply(input);
  }

  /** The same from memory; empty when that leaves a doubt about the environments. */
  Optional<RestoreFormInput> readInMemory(Map<String, String> data, ChatUser who) {
    return EnvironmentInput.readInMemory(data, "source", catalog, who)
        .flatMap(source -> EnvironmentInput.readInMemory(source.data(), "target", catalog, who))
        .map(target -> RestoreFormInput.of(target.data()));
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
          .nearest(input, chosen, zone, who)
          .map(near -> input.fromInstant(near.instant(), zone))
          .orElse(input);
    } catch (DateTimeParseException notOurButton) {
      return input;
    }
  }
}
