package dev.holdfast.environment;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How a person's word for an environment is held against the names of environments. */
final class Names {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final int NEAREST = 3;

  private Names() {}

  /**
   * The first of these that anything fits decides: the id, the name letter by letter, the name
   * without regard to accents, the beginning of a name or id. So an environment whose name is the
   * beginning of another's can still be named.
   */
  static Lookup find(String text, List<Subject> subjects) {
    String wanted = fold(text);
    if (wanted.isEmpty()) {
      return new Lookup.None(List.of());
    }
    List<Predicate<Subject>> steps =
        List.of(
            subject -> fold(subject.id()).equals(wanted),
            subject -> subject.name().strip().equals(text.strip()),
            subject -> fold(subject.name()).equals(wanted),
            subject ->
                fold(subject.name()).startsWith(wanted) || fold(subject.id()).startsWith(wanted));
    for (Predicate<Subject> step : steps) {
      List<Subject> fitting = subjects.stream().filter(step).toList();
      if (!fitting.isEmpty()) {
        return fitting.size() == 1 ? new Lookup.One(fitting.get(0)) : new Lookup.Several(fitting);
      }
    }
    return new Lookup.None(nearest(wanted, subjects));
  }

  static List<Subject> search(String text, List<Subject> subjects) {
    String wanted = fold(text);
    return subjects.stream().filter(subject -> mentions(subject, wanted)).toList();
  }

  /**
   * Lower case, without accents and with single spaces, the same in every locale of the machine.
   */
  static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace('ı', 'i');
    return SPACES.matcher(lower).replaceAll(" ").strip();
  }

  private static boolean mentions(Subject subject, String wanted) {
    return fold(subject.name()).contains(wanted)
        || fold(subject.id()).contains(wanted)
        || fold(subject.environment().typeWord()).contains(wanted)
        || fold(subject.environment().region()).contains(wanted)
        || fold(subject.kind().word()).contains(wanted);
  }

  private static List<Subject> nearest(String wanted, List<Subject> subjects) {
    record Near(Subject subject, int distance) {}
    int limit = Math.max(2, wanted.length() / 3);
    return subjects.stream()
        .map(subject -> new Near(subject, distance(wanted, fold(subject.name()))))
        .filter(near -> near.distance() <= limit)
        .sorted(Comparator.comparingInt(Near::distance))
        .limit(NEAREST)
        .map(Near::subject)
        .toList();
  }

  /** A name that contains the word is nearest of all; else the number of keys to press. */
  private static int distance(String wanted, String name) {
    return name.contains(wanted) ? 0 : EditDistance.between(wanted, name);
  }
}
