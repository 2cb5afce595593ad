package dev.holdfast.chat.request;

import dev.holdfast.audit.RequestSearchCriteria.Who;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.MentionedPerson;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the person whom {@code history by @Person} means. The mention says who it is; a name may be
 * somebody else's too.
 */
final class HistoryPeople {

  private HistoryPeople() {}

  /**
   * What is asked.
   *
   * @param person who was mentioned; empty where a name was typed
   */
  record Asked(HistoryCommand.Arguments history, Optional<Who> person) {}

  static Asked in(HistoryCommand.Arguments history, IncomingMessage said) {
    Optional<Who> by = history.person().flatMap(name -> who(name, said));
    return by.isPresent() || history.person().isPresent()
        ? new Asked(history, by)
        : withoutKeyword(history, said);
  }

  private static Optional<Who> who(String name, IncomingMessage said) {
    return said.person(name).map(person -> new Who(person.name(), person.entraId()));
  }

  /** {@code history @Person} and {@code history Contoso Dev @Person}. */
  private static Asked withoutKeyword(HistoryCommand.Arguments history, IncomingMessage said) {
    String text = history.environment().orElse("");
    for (MentionedPerson person : said.people()) {
      Optional<String> rest = without(text, person.name());
      if (rest.isPresent()) {
        return new Asked(
            new HistoryCommand.Arguments(
                rest.filter(name -> !name.isEmpty()),
                Optional.empty(),
                history.state(),
                history.since(),
                history.until()),
            Optional.of(new Who(person.name(), person.entraId())));
      }
    }
    return new Asked(history, Optional.empty());
  }

  /** What is left of a text that begins or ends with a name; empty if it does neither. */
  private static Optional<String> without(String text, String name) {
    String lower = text.toLowerCase(Locale.ROOT);
    String wanted = name.toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || lower.length() != text.length()) {
      return Optional.empty();
    }
    if (lower.equals(wanted)) {
      return Optional.of("");
    }
    if (lower.endsWith(" " + wanted)) {
      return Optional.of(text.substring(0, text.length() - wanted.length()).strip());
    }
    return lower.startsWith(wanted + " ")
        ? Optional.of(text.substring(wanted.length()).strip())
        : Optional.empty();
  }
}
