package dev.holdfast.operation.restore.why;

import dev.holdfast.bot.command.CommandWords;
import dev.holdfast.bot.command.ParseResult;
import dev.holdfast.bot.command.Tokenizer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts what follows {@code why} into target and source: {@code B}, {@code B from A}, {@code not B
 * from A}, {@code A to B}.
 */
final class WhyArgumentsParser {

  private static final Set<String> FILLERS =
      Set.of("not", "can't", "can’t", "cannot", "isn't", "isn’t", "is", "i", "restore", "no");

  private WhyArgumentsParser() {}

  static ParseResult<WhyCommand.Arguments> of(CommandWords words) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    String keyword = "";
    boolean begun = false;
    for (Token word : words.tokens()) {
      String lower = word.quoted() ? "" : word.text().toLowerCase(Locale.ROOT);
      begun = begun || !FILLERS.contains(lower);
      if (keyword.isEmpty() && Set.of("from", "to", "onto").contains(lower)) {
        keyword = lower;
      } else if (begun) {
        (keyword.isEmpty() ? before : after).add(word.text());
      }
    }
    boolean sourceFirst = keyword.equals("to") || keyword.equals("onto");
    Optional<String> target = name(sourceFirst ? after : before);
    Optional<String> source = name(sourceFirst ? before : after);
    return target
        .map(name -> ParseResult.of(new WhyCommand.Arguments(name, source)))
        .orElseGet(
            () ->
                ParseResult.missing(
                    "why", "command.missing.environment", "why Contoso Dev from Contoso UAT"));
  }

  private static Optional<String> name(List<String> words) {
    return Optional.of(String.join(" ", words)).filter(name -> !name.isEmpty());
  }
}
