package dev.holdfast.app.settings;

import dev.holdfast.support.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The setting that somebody most likely meant. */
record NearestSetting(KnownSettings known) {

  private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
  private static final int FEW_LETTERS = 3;

  /**
   * @param name as somebody wrote it, with dots
   * @return a name with the indexes of that one
   */
  Optional<String> to(String name) {
    String written = letters(name);
    Comparator<String> nearest =
        Comparator.comparingInt(other -> EditDistance.between(letters(other), written));
    return candidates(name)
        .min(nearest)
        .filter(
            other ->
                EditDistance.between(letters(other), written) <= FEW_LETTERS
                    || last(letters(other)).equals(last(written)))
        .map(other -> withIndexes(other, name));
  }

  /** Those with the same last part first: it's easily put into the wrong group. */
  private Stream<String> candidates(String name) {
    List<String> names = known.names();
    String last = last(letters(name));
    Optional<String> near =
        names.stream()
            .filter(other -> EditDistance.between(letters(other), letters(name)) <= FEW_LETTERS)
            .findAny();
    List<String> same = names.stream().filter(other -> last(letters(other)).equals(last)).toList();
    return near.isPresent() || same.isEmpty() ? names.stream() : same.stream();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String letters(String name) {
    return INDEX
        .matcher(name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""))
        .replaceAll("");
  }

  /** A list may be given element by element, so there can be one more index at the end. */
  private static String withIndexes(String known, String written) {
    Matcher given = INDEX.matcher(written);
    String named = INDEX.matcher(known).replaceAll(each -> given.find() ? given.group() : "[0]");
    return written.endsWith("]") && given.find() ? named + given.group() : named;
  }
}
