package dev.holdfast.environment;

import dev.holdfast.support.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts first what a person most likely means who is still typing: what begins with the text, then
 * that of which a word begins with it, then what contains its words anywhere, and at last what is
 * only a slip of the finger away.
 */
final class TypeaheadRanking {

  /** Nobody types more to find one of a few thousand names; a hostile text ends here. */
  private static final int LONGEST = 100;

  private static final int MOST_WORDS = 8;
  private static final int PREFIX = 0;
  private static final int WORD_START = 1;
  private static final int WORD_STARTS = 2;
  private static final int CONTAINS = 3;
  private static final int MISSED = 4;

  private final String wanted;
  private final List<Wanted> words;

  private TypeaheadRanking(String wanted) {
    this.wanted = wanted;
    this.words = Stream.of(wanted.split(" ")).limit(MOST_WORDS).map(Wanted::new).toList();
  }

  /** What can be found, in words as {@link EnvironmentNameIndex#fold} leaves them. */
  interface Named {

    String name();

    /** The words of the name. */
    List<String> nameWords();

    /** Whether a word is in the name, or in whatever else it may be found by. */
    boolean contains(String word);
  }

  /** For a text as it was typed, of which the beginning counts. */
  static TypeaheadRanking of(String typed) {
    String wanted =
        EnvironmentNameIndex.fold(typed.substring(0, Math.min(typed.length(), LONGEST)));
    return new TypeaheadRanking(wanted.substring(0, Math.min(wanted.length(), LONGEST)));
  }

  /**
   * What fits, best first and else in the order given; all when nothing was typed.
   *
   * @param enough how many there must be for slips of the finger not to be looked for
   */
  <T extends Named> List<T> among(List<T> all, int enough) {
    if (wanted.isEmpty()) {
      return all;
    }
    List<List<T>> byRank = new ArrayList<>();
    for (int rank = PREFIX; rank <= MISSED; rank++) {
      byRank.add(new ArrayList<>());
    }
    all.forEach(one -> byRank.get(rank(one)).add(one));
    List<T> found = new ArrayList<>();
    byRank.subList(PREFIX, MISSED).forEach(found::addAll);
    if (found.size() < enough) {
      found.addAll(misspelt(byRank.get(MISSED)));
    }
    return found;
  }

  private int rank(Named one) {
    if (one.name().startsWith(wanted)) {
      return PREFIX;
    }
    if (beginsWord(one.name(), wanted)) {
      return WORD_START;
    }
    boolean starts = true;
    for (Wanted word : words) {
      boolean start = starts && beginsWord(one.name(), word.text);
      if (!start && !one.contains(word.text)) {
        return MISSED;
      }
      starts = start;
    }
    return starts ? WORD_STARTS : CONTAINS;
  }

  private static boolean beginsWord(String name, String word) {
    int at = name.indexOf(word);
    while (at > 0 && Character.isLetterOrDigit(name.codePointBefore(at))) {
      at = name.indexOf(word, at + 1);
    }
    return at >= 0;
  }

  private <T extends Named> List<T> misspelt(List<T> missed) {
    record Near<T>(T one, int slips) {}
    List<Near<T>> found = new ArrayList<>();
    for (T one : missed) {
      int slips = slips(one);
      if (slips < Wanted.FAR) {
        found.add(new Near<>(one, slips));
      }
    }
    return found.stream().sorted(Comparator.comparingInt(Near::slips)).map(Near::one).toList();
  }

  private int slips(Named one) {
    int slips = 0;
    for (Wanted word : words) {
      if (slips >= Wanted.FAR) {
        break;
      }
      slips += one.contains(word.text) ? 0 : word.slips(one.nameWords());
    }
    return slips;
  }

  /** One word of the text, with its distances to the words met so far: names share most of them. */
  private static final class Wanted {

    static final int FAR = 1_000;

    private final String text;
    private final int limit;
    private final long letters;
    private final Map<String, Integer> known = new HashMap<>();

    Wanted(String text) {
      this.text = text;
      this.letters = letters(text);
      this.limit = text.length() < 3 ? 0 : text.length() < 8 ? 1 : 2;
    }

    int slips(List<String> nameWords) {
      int least = FAR;
      for (String word : nameWords) {
        least = Math.min(least, known.computeIfAbsent(word, this::slips));
      }
      return least;
    }

    /** A bit for each letter in it; letters that share a bit only make it less choosy. */
    private static long letters(String word) {
      long letters = 0;
      for (int i = 0; i < word.length(); i++) {
        letters |= 1L << word.charAt(i);
      }
      return letters;
    }

    private int slips(String word) {
      String beginning = word.substring(0, Math.min(word.length(), text.length() + limit));
      if (Long.bitCount(letters & ~letters(beginning)) > limit) {
        return FAR; // one slip makes up for one missing letter at most
      }
      int slips = EditDistance.toBeginning(text, beginning);
      return slips <= limit ? slips : FAR;
    }
  }
}
