package dev.holdfast.chat.delegation;

import dev.holdfast.bot.command.CommandName;
import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Sorts what follows {@code delegate}: to whom, and until when; or that it ends, and for whom. */
final class DelegateWords {

  private static final String EXAMPLE = "delegate to @Megan Bowen until Friday";
  private static final Set<String> UNTIL = Set.of("until", "till");
  private static final Set<String> END = Set.of("end", "stop", "cancel", "revoke");
  private static final Set<String> TO = Set.of("to", "for");

  private DelegateWords() {}

  static ParseResult<DelegateCommand.Arguments> of(CommandName command, CommandWords words) {
    List<Token> all = words.tokens();
    if (all.isEmpty()) {
      return ParseResult.of(new DelegateCommand.Listing());
    }
    if (is(all.get(0), END)) {
      return ParseResult.of(
          new DelegateCommand.Ending(
              Optional.of(person(all.subList(1, all.size()))).filter(name -> !name.isEmpty())));
    }
    int until =
        IntStream.range(0, all.size())
            .filter(i -> is(all.get(i), UNTIL))
            .findFirst()
            .orElse(all.size());
    String person = person(all.subList(0, until));
    if (person.isEmpty()) {
      return ParseResult.missing(command, "command.missing.person", EXAMPLE);
    }
    return until + 1 >= all.size()
        ? ParseResult.missing(command, "command.missing.end", EXAMPLE)
        : ParseResult.of(
            new DelegateCommand.Beginning(person, text(all.subList(until + 1, all.size()))));
  }

  private static String person(List<Token> words) {
    boolean preposition = !words.isEmpty() && is(words.get(0), TO);
    return text(preposition ? words.subList(1, words.size()) : words);
  }

  private static String text(List<Token> words) {
    return new CommandWords(words).text();
  }

  private static boolean is(Token word, Set<String> keywords) {
    return !word.quoted() && keywords.contains(word.text().toLowerCase(Locale.ROOT));
  }
}
