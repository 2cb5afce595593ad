package dev.holdfast.operation.copy;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.card.Card;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads what a button of a copy form sends, and asks back which environments are meant. */
@Component
class CopyFormReader {

  private final CopyForm forms;
  private final ReadableEnvironments catalog;

  CopyFormReader(CopyForm forms, ReadableEnvironments catalog) {
    this.forms = forms;
    this.catalog = catalog;
  }

  /**
   * @param answer the card where it's clear which environments are meant
   */
  Card read(Map<String, String> data, ChatUser who, Function<CopyFormInput, Card> answer) {
    EnvironmentInput source = EnvironmentInput.read(data, "source", catalog, who);
    if (source.unclear()) {
      return forms.askForSource(CopyFormInput.of(source.data()), who, source);
    }
    EnvironmentInput target = EnvironmentInput.read(source.data(), "target", catalog, who);
    CopyFormInput input = CopyFormInput.of(target.data());
    return target.unclear() ? forms.form(input, who, target) : answer.apply(input);
  }

  /** The same from memory; empty when that leaves a doubt about the environments. */
  Optional<CopyFormInput> readInMemory(Map<String, String> data, ChatUser who) {
    return EnvironmentInput.readInMemory(data, "source", catalog, who)
        .flatMap(source -> EnvironmentInput.readInMemory(source.data(), "target", catalog, who))
        .map(target -> CopyFormInput.of(target.data()));
  }
}
