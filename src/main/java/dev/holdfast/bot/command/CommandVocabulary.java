package dev.holdfast.bot.command;

import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.message.Vocabulary;
import dev.holdfast.support.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Commands in the languages other than English. The words between names, such as {@code auf}, count
 * only behind a command of their language: in a name behind an English command they are part of it.
 */
final class CommandVocabulary {

  private static final int SHORTEST_WITH_A_TYPO = 5;
  private static final int TYPOS = 2;

  private record Name(Locale language, String english) {}

  /** By one word or more, each longer name before the shorter ones. */
  private static final Map<List<String>, Name> NAMES = names();

  private CommandVocabulary() {}

  private static Map<List<String>, Name> names() {
    Map<List<String>, Name> names = new HashMap<>();
    Vocabulary.languages()
        .forEach(
            language ->
                Vocabulary.of("vocabulary.commands", language)
                    .forEach(
                        (words, name) ->
                            names.putIfAbsent(Vocabulary.parts(words), new Name(language, name))));
    Map<List<String>, Name> longestFirst = new LinkedHashMap<>();
    names.entrySet().stream()
        .sorted(Comparator.comparingInt(name -> -name.getKey().size()))
        .forEach(name -> longestFirst.put(name.getKey(), name.getValue()));
    return longestFirst;
  }

  /** Whether a word is the name of a command in one of the languages. */
  static boolean isName(String word) {
    return NAMES.containsKey(List.of(plain(word)));
  }

  /** The English name of the command that one word stands for; empty where that's several words. */
  static Optional<String> find(String word) {
    return Optional.ofNullable(NAMES.get(List.of(plain(word)))).map(Name::english);
  }

  /** The English name of the command that a word with a typo was probably meant to be. */
  static Optional<String> nearest(String word) {
    String typed = plain(word);
    if (typed.length() < SHORTEST_WITH_A_TYPO) {
      return Optional.empty();
    }
    return NAMES.entrySet().stream()
        .filter(name -> name.getKey().size() == 1)
        .filter(name -> EditDistance.between(typed, name.getKey().get(0)) <= TYPOS)
        .min(Comparator.comparingInt(name -> EditDistance.between(typed, name.getKey().get(0))))
        .map(name -> name.getValue().english());
  }

  /** The same command in English where it's named in another language, or in other words. */
  static CommandWords english(CommandWords words) {
    return NAMES.entrySet().stream()
        .filter(name -> begins(words.tokens(), name.getKey()))
        .findFirst()
        .map(name -> english(name.getValue(), after(words, name.getKey())))
        .orElse(words);
  }

  private static List<Token> after(CommandWords words, List<String> name) {
    return words.tokens().subList(name.size(), words.tokens().size());
  }

  private static CommandWords english(Name name, List<Token> rest) {
    Map<String, String> keywords = Vocabulary.of("vocabulary.keywords", name.language());
    List<Token> english = new ArrayList<>();
    add(name.english(), english);
    int at = 0;
    while (at < rest.size()) {
      List<Token> ahead = rest.subList(at, rest.size());
      Optional<Map.Entry<String, String>> keyword =
          keywords.entrySet().stream()
              .filter(entry -> begins(ahead, Vocabulary.parts(entry.getKey())))
              .findFirst();
      if (keyword.isPresent()) {
        add(keyword.get().getValue(), english);
        at += Vocabulary.parts(keyword.get().getKey()).size();
      } else {
        english.add(rest.get(at));
        at++;
      }
    }
    return new CommandWords(List.copyOf(english));
  }

  private static void add(String words, List<Token> to) {
    if (!words.isEmpty()) {
      Vocabulary.parts(words).forEach(word -> to.add(new Token(word, false)));
    }
  }

  private static boolean begins(List<Token> words, List<String> parts) {
    if (words.size() < parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      Token word = words.get(i);
      if (word.quoted() || !plain(word.text()).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String word) {
    String bare = Vocabulary.plain(Tokenizer.withoutClosingMarks(word));
    return bare.startsWith("/") ? bare.substring(1) : bare;
  }
}
