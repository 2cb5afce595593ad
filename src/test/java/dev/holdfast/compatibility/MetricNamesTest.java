package dev.holdfast.compatibility;

import dev.holdfast.testing.Goldens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts name the meters. A meter is there only once something was measured. */
class MetricNamesTest {

  private static final Pattern NAME = Pattern.compile("\"(holdfast(?:\\.[a-z]+)+)\"");

  @Test
  void theMetersAreThoseThatDashboardsShow() throws IOException {
    Goldens.assertNames("metrics.txt", names());
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(MetricNamesTest::text)
          .filter(source -> source.contains("import io.micrometer."))
          .flatMap(source -> NAME.matcher(source).results().map(MetricNamesTest::name))
          .toList();
    }
  }

  private static String name(MatchResult literal) {
    return literal.group(1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
