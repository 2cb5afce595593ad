package dev.holdfast.operation.copy;

import dev.holdfast.adminapi.CopyType;
import dev.holdfast.bot.command.Tokenizer.Token;
import dev.holdfast.environment.NameLookup;
import java.util.Arrays;
import java.util.List;
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
    return tokens.size() == 1 && type(tokens.get(0)).isPresent();
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
    int last = tokens.size() - 1;
    Optional<CopyType> first = type(tokens.get(0));
    return first.isPresent()
        ? new CopyWords(tokens.subList(1, last + 1), first)
        : type(tokens.get(last))
            .map(type -> new CopyWords(tokens.subList(0, last), Optional.of(type)))
            .orElse(this);
  }

  private static Optional<CopyType> type(Token word) {
    return Arrays.stream(CopyType.values())
        .filter(type -> !word.quoted() && word.text().equalsIgnoreCase(type.name()))
        .findFirst();
  }
}
