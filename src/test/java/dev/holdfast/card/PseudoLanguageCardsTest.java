package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.view.Samples;
import dev.holdfast.message.PseudoLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every card in a language whose words are longer, have accents, and run from right to left. */
class PseudoLanguageCardsTest {

  private static final Path ENGLISH = Path.of("src/main/resources/messages/messages_en.properties");

  /** Where Teams refuses a message, in bytes of UTF-16 (facts B4); what people wrote counts too. */
  private static final int TEAMS_LIMIT = 100 * 1024;

  private static final CardRenderer CARDS = new CardRenderer();

  private static PseudoLanguage language;

  @BeforeAll
  static void open() throws IOException {
    Properties english = new Properties();
    english.load(Files.newBufferedReader(ENGLISH));
    language =
        new PseudoLanguage(
            english.stringPropertyNames().stream()
                .collect(Collectors.toMap(code -> code, english::getProperty)));
  }

  @AfterAll
  static void close() {
    language.close();
  }

  static Stream<String> names() {
    return Samples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingOfOursCutsItShort(String name) {
    Card english = CARDS.render(Samples.all().get(name), Locale.ENGLISH);
    Card pseudo = CARDS.render(Samples.all().get(name), PseudoLanguage.LOCALE);

    assertThat(pseudo.json().toString()).contains(PseudoLanguage.RIGHT_TO_LEFT);
    assertThat(cuts(pseudo.json().toString())).isEqualTo(cuts(english.json().toString()));
    assertThat(cuts(pseudo.summary())).isEqualTo(cuts(english.summary()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void leavesNoGap(String name) {
    assertThat(CARDS.expand(Samples.all().get(name), PseudoLanguage.LOCALE).warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void fitsIntoAMessage(String name) {
    String json = CARDS.render(Samples.all().get(name), PseudoLanguage.LOCALE).json().toString();
    assertThat(json.getBytes(StandardCharsets.UTF_16LE).length).isLessThan(TEAMS_LIMIT);
  }

  private static long cuts(String text) {
    return text.chars().filter(letter -> letter == '…').count();
  }
}
