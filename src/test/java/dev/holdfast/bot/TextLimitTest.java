package dev.holdfast.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.CardTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that people enter has a limit, on the card and where it's taken. */
class TextLimitTest {

  private static final Pattern ID = Pattern.compile("\"id\": \"(\\w+)\"");
  private static final Pattern MOST = Pattern.compile("\"maxLength\": (\\d+)");

  static Stream<String> inputs() throws IOException {
    try (Stream<Path> cards = Files.list(Path.of("cards"))) {
      return cards
          .filter(card -> card.toString().endsWith(".json"))
          .flatMap(TextLimitTest::inputs)
          .toList()
          .stream();
    }
  }

  private static Stream<String> inputs(Path card) {
    try {
      return Files.readAllLines(card).stream().filter(line -> line.contains("Input.Text"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void eachInputOfACardIsLimitedToTheSame(String input) {
    assertThat(TextLimit.ofInput(first(ID, input)).map(limit -> String.valueOf(limit.most())))
        .hasValue(first(MOST, input));
  }

  @Test
  void whatIsTooLongIsSaid() {
    assertThat(
            TextLimit.excess(Map.of("reason", "x".repeat(501), "draft", "y".repeat(5000)))
                .map(CardTexts.SHARED::of))
        .hasValue(
            "The reason is too long: it has 501 characters, and at most 500 are allowed. Shorten it"
                + " and try again.");
    assertThat(TextLimit.excess(Map.of("reason", "x".repeat(500)))).isEmpty();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
