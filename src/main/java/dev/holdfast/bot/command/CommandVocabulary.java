package dev.holdfast.bot.command;

import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.message.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Commands in the languages other than English. The words between names, such as {@code auf}, count
 * only behind a command of their language: in a name behind an English command they are part of it.
 */
final class CommandVocabulary {

  private record Name(Locale language, String english) {}

  private static final Map<String, Name> NAMES = names();

  private CommandVocabulary() {}

  private static Map<String, Name> names() {
    Map<String, Name> names = new HashMap<>();
    Vocabulary.languages()
        .forEach(
            language ->
                Vocabulary.of("vocabulary.commands", language)
                    .forEach((word, name) -> names.putIfAbsent(word, new Name(language, name))));
    return names;
  }

  /** Whether a word is the name of a command in one of the languages. */
  static boolean isName(String word) {
    return NAMES.containsKey(plain(word));
  }

  /** The same command in English where it's named in another language. */
  static CommandWords english(CommandWords words) {
    return Optional.of(words.first())
        .filter(first -> !first.quoted())
        .map(first -> NAMES.get(plain(first.text())))
        .map(name -> english(name, words.rest().tokens()))
        .orElse(words);
  }

  private static CommandWords english(Name name, List<Token> rest) {
    Map<String, String> keywords = Vocabulary.of("vocabulary.keywords", name.language());
    List<Token> english = new ArrayList<>();
    english.add(new Token(name.english(), false));
    int at = 0;
    while (at < rest.size()) {
      List<Token> ahead = rest.subList(at, rest.size());
      Optional<Map.Entry<String, String>> keyword =
          keywords.entrySet().stream().filter(entry -> begins(ahead, entry.getKey())).findFirst();
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

  private static boolean begins(List<Token> words, String keyword) {
    List<String> parts = Vocabulary.parts(keyword);
    if (words.size() < parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      Token word = words.get(i);
      if (word.quoted() || !Vocabulary.plain(word.text()).equals(parts.get(i))) {
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
