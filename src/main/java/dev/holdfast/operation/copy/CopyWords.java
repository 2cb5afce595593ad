package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.CopyType;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.environment.NameLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Words of a command that name an environment, perhaps with the type of copy before or behind them,
 * as in {@code minimal Contoso UAT}.
 *
 * @param type the type that they also say; empty until they are {@link #split}
 */
record CopyWords(List<Token> tokens, Optional<CopyType> type) {

  static final CopyWords NONE = of(List.of());

  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.of(CopyType.FULL, "full"),
          Phrase.of(CopyType.MINIMAL, "minimal"),
          Phrase.of(CopyType.WITHOUT_TRANSACTIONS, "without", "transactions"),
          Phrase.of(CopyType.WITHOUT_TRANSACTIONS, "no", "transactions"),
          Phrase.of(CopyType.WITHOUT_TRANSACTIONS, "transactionless"));

  CopyWords {
    tokens = List.copyOf(tokens);
  }

  static CopyWords of(List<Token> tokens) {
    return new CopyWords(tokens, Optional.empty());
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  /** Whether they say a type and nothing else. */
  boolean isType() {
    return PHRASES.stream().anyMatch(phrase -> phrase.is(tokens));
  }

  String text() {
    return String.join(" ", tokens.stream().map(Token::text).toList());
  }

  /**
   * Takes the type away from the name. A word that belongs to the name of an environment, such as
   * that of {@code Contoso Full}, stays with it: which environment is overwritten isn't guessed.
   *
   * @param find looks up a name
   */
  CopyWords split(Function<String, NameLookup> find) {
    if (isEmpty() || !(isType() || find.apply(text()) instanceof NameLookup.None)) {
      return this;
    }
    return PHRASES.stream()
        .flatMap(phrase -> phrase.rest(tokens).stream())
        .findFirst()
        .orElse(this);
  }

  /**
   * How a type is said.
   *
   * @param words in lower case
   */
  private record Phrase(List<String> words, CopyType type) {

    static Phrase of(CopyType type, String... words) {
      return new Phrase(List.of(words), type);
    }

    boolean is(List<Token> tokens) {
      return tokens.stream().noneMatch(Token::quoted)
          && words.equals(
              tokens.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).toList());
    }

    /** What is left of words that begin or end with it; empty if they do neither. */
    Optional<CopyWords> rest(List<Token> tokens) {
      int many = words.size();
      int left = tokens.size() - many;
      if (left < 0) {
        return Optional.empty();
      }
      if (is(tokens.subList(0, many))) {
        return Optional.of(new CopyWords(tokens.subList(many, tokens.size()), Optional.of(type)));
      }
      return is(tokens.subList(left, tokens.size()))
          ? Optional.of(new CopyWords(tokens.subList(0, left), Optional.of(type)))
          : Optional.empty();
    }
  }
}
