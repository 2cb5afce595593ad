package dev.holdfast.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cards that were posted long ago send the verbs that they had then. */
class CardVerbsTest {

  private static final Pattern VERB =
      Pattern.compile("\"verb\": *\"([A-Za-z]+(?:\\.[A-Za-z]+)+)\"");

  /** The upgrade tests press each of them; templates also take verbs from their view records. */
  @Test
  void theTemplatesSendNoVerbThatTheListLacks() throws IOException {
    assertThat(Goldens.read("verbs.txt")).containsAll(inTemplates()).doesNotHaveDuplicates();
  }

  private static Set<String> inTemplates() throws IOException {
    Set<String> verbs = new TreeSet<>();
    for (Path root : List.of(Path.of("cards"), Path.of("src/main/resources"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".json"))
            .map(CardVerbsTest::text)
            .forEach(card -> VERB.matcher(card).results().forEach(it -> verbs.add(it.group(1))));
      }
    }
    return verbs;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
