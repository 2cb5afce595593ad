package dev.holdfast.operation;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the change ticket out of the words of a command: {@code ticket CHG0030052}, wherever it
 * stands. Words in quotes are never one. Whether there is such a ticket is asked later.
 *
 * @param rest the other words
 * @param ticket as it was typed; empty where none was
 */
public record TicketWords(CommandWords rest, Optional<String> ticket) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*-?\\d+");

  private static final Set<String> KEYWORD = Set.of("ticket");
  private static final Set<String> CHANGE = Set.of("change");
  private static final Set<String> BEFORE = Set.of("with", "under", "for");

  public static TicketWords of(CommandWords words) {
    List<Token> all = words.tokens();
    for (int at = 0; at + 1 < all.size(); at++) {
      if (is(all, at, KEYWORD) && isName(all.get(at + 1))) {
        int begin = is(all, at - 1, CHANGE) ? at - 1 : at;
        begin = is(all, begin - 1, BEFORE) ? begin - 1 : begin;
        List<Token> rest = new ArrayList<>(all.subList(0, begin));
        rest.addAll(all.subList(at + 2, all.size()));
        return new TicketWords(new CommandWords(rest), Optional.of(all.get(at + 1).text()));
      }
    }
    return new TicketWords(words, Optional.empty());
  }

  private static boolean is(List<Token> words, int at, Set<String> keywords) {
    return at >= 0
        && !words.get(at).quoted()
        && keywords.contains(words.get(at).text().toLowerCase(Locale.ROOT));
  }

  private static boolean isName(Token word) {
    return !word.quoted() && NAME.matcher(word.text()).matches();
  }
}
