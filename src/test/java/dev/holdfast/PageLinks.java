package dev.holdfast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The links of a Markdown page, as far as they stay in the repository. */
final class PageLinks {

  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
  private static final Pattern INLINE = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("\\[[^\\]\\[]+\\]\\[([^\\]\\[]+)\\]");
  private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[([^\\]]+)\\]: (\\S+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  private PageLinks() {}

  /** Links that lead nowhere or out of the repository, and references that aren't defined. */
  static List<String> broken(Path page, String text) {
    String prose = CODE.matcher(text).replaceAll("");
    Set<String> keys =
        DEFINITION
            .matcher(prose)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    List<String> broken = new ArrayList<>();
    Matcher inline = INLINE.matcher(prose);
    while (inline.find()) {
      if (!leadsSomewhere(page, text, inline.group(1))) {
        broken.add(inline.group(1));
      }
    }
    REFERENCE
        .matcher(prose)
        .results()
        .map(found -> found.group(1))
        .filter(key -> !keys.contains(key))
        .forEach(broken::add);
    return broken;
  }

  private static boolean leadsSomewhere(Path page, String text, String link) {
    if (link.matches("[a-z]+:.*")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path root = Path.of("").toAbsolutePath();
    Path target =
        parts[0].isEmpty()
            ? page.toAbsolutePath()
            : page.toAbsolutePath().resolveSibling(parts[0]).normalize();
    if (!target.startsWith(root) || !Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || anchors(parts[0].isEmpty() ? text : read(target)).contains(parts[1]);
  }

  /** The anchors of headings as GitHub makes them. */
  private static Set<String> anchors(String text) {
    return HEADING
        .matcher(text)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Couldn't read " + file, e);
    }
  }
}
