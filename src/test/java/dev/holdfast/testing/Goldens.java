package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Text files that hold what must not change by accident, in {@code src/test/resources}. {@code
 * -Dgoldens=rewrite} writes them anew; under {@code holdfast.} it would be taken for a setting.
 */
public final class Goldens {

  private static final Path COMPATIBILITY = Path.of("src/test/resources/compatibility");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("goldens"));

  private Goldens() {}

  /** Expects exactly the names that the file lists, one on a line, in any order. */
  public static void assertNames(String file, Collection<String> names) {
    assertLines(file, List.copyOf(new TreeSet<>(names)));
  }

  /** Expects exactly these lines in a file of the folder {@code compatibility}. */
  public static void assertLines(String file, List<String> lines) {
    assertLines(COMPATIBILITY.resolve(file), lines);
  }

  /** Expects exactly these lines. */
  public static void assertLines(Path golden, List<String> lines) {
    if (REWRITE) {
      write(golden, lines);
    }
    assertThat(lines)
        .as("%s; write it anew with -Dgoldens=rewrite when the change is meant", golden)
        .containsExactlyElementsOf(read(golden));
  }

  /** A folder in the folder {@code compatibility}. */
  public static Path folder(String name) {
    return COMPATIBILITY.resolve(name);
  }

  /** The lines of a file in the folder {@code compatibility}. */
  public static List<String> read(String file) {
    return read(COMPATIBILITY.resolve(file));
  }

  private static List<String> read(Path golden) {
    try {
      return Files.readAllLines(golden);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path golden, List<String> lines) {
    try {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
