package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.card.view.Samples;
import dev.holdfast.message.MessageCatalog;
import dev.holdfast.testing.Goldens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each view renders to the JSON in the folder {@code golden}. {@code mvn test
 * -Dtest=GoldenCardsTest -Dgoldens=rewrite} writes the files anew; look at the difference, and at
 * the cards, before it is committed.
 */
class GoldenCardsTest {

  private static final Path GOLDENS = Path.of("src/test/resources/dev/holdfast/card/golden");

  /** Where Teams refused a message in the days of its smallest limit, in bytes of UTF-16. */
  private static final int TEAMS_LIMIT = 28 * 1024;

  /** What a card takes at most when nobody tries to fill it. */
  private static final int OURS = 20 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final CardRenderer CARDS = new CardRenderer();

  static Stream<String> names() {
    return Samples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void rendersAsItsGolden(String name) {
    JsonNode card = CARDS.render(Samples.all().get(name)).json();
    Goldens.assertLines(
        GOLDENS.resolve(name + ".json"), JSON.writeValueAsString(card).lines().toList());
  }

  @ParameterizedTest
  @MethodSource("names")
  void leavesNoGap(String name) {
    assertThat(CARDS.expand(Samples.all().get(name), Locale.ENGLISH).warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void fitsIntoAMessage(String name) {
    int limit = name.startsWith("hostile-") ? TEAMS_LIMIT : OURS;
    for (String language : MessageCatalog.shared().languages()) {
      Locale locale = Locale.forLanguageTag(language);
      String json = CARDS.render(Samples.all().get(name), locale).json().toString();
      assertThat(json.getBytes(StandardCharsets.UTF_16LE).length).as(language).isLessThan(limit);
    }
  }

  @Test
  void everyGoldenHasASample() throws IOException {
    try (Stream<Path> files = Files.list(GOLDENS)) {
      List<String> goldens =
          files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
      assertThat(goldens).containsExactlyInAnyOrderElementsOf(Samples.all().keySet());
    }
  }
}
