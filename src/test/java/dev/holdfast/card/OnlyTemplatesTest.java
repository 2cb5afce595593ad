package dev.holdfast.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All of a card stands in the templates: no Java code names an element or an action to make it. */
class OnlyTemplatesTest {

  private static final Path SOURCES = Path.of("src/main/java");

  /**
   * Where elements are read: buttons stay when a card that is too large loses rows, and those of a
   * targeted message are marked.
   */
  private static final Map<String, Set<String>> READERS =
      Map.of(
          "dev/holdfast/teams/outbound/CardSizeLimiter.java",
          Set.of("ActionSet"),
          "dev/holdfast/card/CardButtons.java",
          Set.of("Action.Execute", "Action.Submit"));

  @Test
  void noJavaCodeSpellsAnElementOfACard() throws IOException {
    Set<String> types =
        TemplateLoader.whole(CardRenderer.HOST).values().stream()
            .flatMap(template -> template.findValuesAsString("type").stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(types).contains("AdaptiveCard", "TextBlock", "Action.Execute", "Action.Submit");

    Map<String, Set<String>> spelt = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file).replace("\\\"", "\"");
        Set<String> found =
            types.stream()
                .filter(type -> source.contains("\"" + type + "\""))
                .collect(Collectors.toSet());
        if (!found.isEmpty()) {
          spelt.put(SOURCES.relativize(file).toString().replace('\\', '/'), found);
        }
      }
    }

    assertThat(spelt).isEqualTo(READERS);
  }
}
