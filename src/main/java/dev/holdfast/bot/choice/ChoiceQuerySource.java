package dev.holdfast.bot.choice;

import java.util.Map;
import java.util.Optional;

/**
 * What an input of a form searches. The source of a restore stands in it, such as {@code
 * targets?source=ID}: clients of the government clouds send no other inputs along (facts B3), and
 * nobody's half-written reason need travel with each key pressed.
 *
 * @param name {@code environments}, {@code targets} or {@code backups}, or what a client made up
 */
record ChoiceQuerySource(String name, Optional<String> detail) {

  /**
   * @param inputs the other inputs, which help out where the dataset itself does not say
   */
  static ChoiceQuerySource read(String dataset, Map<String, String> inputs) {
    String[] parts = dataset.strip().split("\\?", 2);
    String said = parts.length == 1 ? "" : parts[1].substring(parts[1].indexOf('=') + 1);
    String detail = said.isBlank() ? inputs.getOrDefault("source", "") : said;
    return new ChoiceQuerySource(
        parts[0], Optional.of(detail.strip()).filter(text -> !text.isEmpty()));
  }
}
