package dev.holdfast.bot.command;

import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a message, with what several commands read from them. */
public record CommandWords(List<Token> tokens) {

  /** The number of a page, as a list names the next one. */
  public static final String PAGE = "[1-9]\\d{0,3}";

  static final CommandWords NONE = new CommandWords(List.of());

  private static final Pattern REQUEST =
      Pattern.compile("(?i:r)?[-‐‑‒–—# ]*0*(?<number>[0-9]{1,12})");
  private static final Pattern MARKS_AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}#]+|[^\\p{L}\\p{N}]+$");
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "for", "from", "to", "in", "on", "about");
  private static final Set<String> ALL = Set.of("all", "everything");

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  Token first() {
    return tokens.get(0);
  }

  CommandWords rest() {
    return new CommandWords(tokens.subList(1, tokens.size()));
  }

  /** Whether the first word is one of these, whatever its case and the mark after it. */
  boolean startsWith(Set<String> words) {
    return keyword().filter(words::contains).isPresent();
  }

  /** The first word in lower case and without a mark after it; empty when it is in quotes. */
  Optional<String> keyword() {
    return isEmpty() || first().quoted()
        ? Optional.empty()
        : Optional.of(Tokenizer.withoutClosingMarks(first().text()).toLowerCase(Locale.ROOT));
  }

  public String text() {
    return String.join(" ", tokens.stream().map(Token::text).toList());
  }

  /** The name that they make; empty when there are no words. */
  public Optional<String> name() {
    return Optional.of(withoutPreposition().text()).filter(name -> !name.isEmpty());
  }

  /** The id of a request as Holdfast writes it ({@code R-1042}); empty when they are none. */
  public Optional<String> requestId() {
    CommandWords bare = new CommandWords(CommandExtractor.withoutMarksAround(tokens));
    String text = bare.withoutPreposition().text();
    Matcher request = REQUEST.matcher(MARKS_AROUND.matcher(text).replaceAll(""));
    return request.matches() ? Optional.of("R-" + request.group("number")) : Optional.empty();
  }

  public CommandWords withoutPreposition() {
    return tokens.size() > 1 && startsWith(PREPOSITIONS) ? rest() : this;
  }

  /** Without the only word where that is {@code all}. */
  public CommandWords withoutAll() {
    return tokens.size() == 1 && startsWith(ALL) ? NONE : this;
  }

  /** Without marks of lists and the like at the beginning. */
  CommandWords withoutMarkers() {
    return new CommandWords(CommandExtractor.withoutMarkers(tokens));
  }
}
