package dev.holdfast.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.support.EditDistance;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An index of environments by what people call them. Made once for a listing: folding thousands of
 * names is what would make a search slow.
 */
public final class EnvironmentNameIndex {

  /** Accents, and what cannot be seen: a name copied from right-to-left text brings such along. */
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

  /** An emoji that somebody puts behind what they say, unless a name ends with it. */
  private static final Pattern MARKS_BEHIND =
      Pattern.compile("[\\s\\p{Z}]+[^\\p{L}\\p{N}\\s\\p{Z}]++$");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final int NEAREST = 3;

  /** Names that are alike up to here look the same on a card. */
  private static final int SEEN = 48;

  private static final Map<EnvironmentKind, String> KIND_WORDS =
      new EnumMap<>(EnvironmentKind.class);

  static {
    for (EnvironmentKind kind : EnvironmentKind.values()) {
      KIND_WORDS.put(kind, fold(kind.word()));
    }
  }

  /** An environment with its words as {@link #fold} leaves them. */
  private record Entry(
      EnvironmentProfile subject, String name, String id, String words, List<String> nameWords)
      implements TypeaheadRanking.Named {

    /**
     * @param known all words so far: names share most of them
     */
    static Entry of(EnvironmentProfile subject, Map<String, String> known) {
      String name = fold(subject.name());
      String id = fold(subject.id());
      String more = subject.environment().typeWord() + " " + subject.environment().region();
      List<String> nameWords =
          Stream.of(name.split(" ")).map(word -> known.computeIfAbsent(word, one -> one)).toList();
      return new Entry(subject, name, id, name + " " + id + " " + fold(more), nameWords);
    }

    Entry with(EnvironmentProfile newer) {
      return newer == subject ? this : new Entry(newer, name, id, words, nameWords);
    }

    boolean beginsWith(String wanted) {
      return name.startsWith(wanted) || id.startsWith(wanted);
    }

    @Override
    public boolean contains(String word) {
      return words.contains(word) || KIND_WORDS.get(subject.kind()).contains(word);
    }
  }

  private final List<Entry> entries;

  /** Places in {@link #entries}. */
  private final Map<String, Integer> byId;

  /** Places in {@link #entries} of all that share a name with another. */
  private final Map<String, List<Integer>> byName;

  /** Keeps the order of the subjects. */
  EnvironmentNameIndex(List<EnvironmentProfile> subjects) {
    Map<String, String> words = new HashMap<>();
    entries = subjects.stream().map(subject -> Entry.of(subject, words)).toList();
    byId = new HashMap<>(entries.size() * 2);
    byName = new HashMap<>();
    Map<String, Integer> first = new HashMap<>(entries.size() * 2);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      byId.put(entry.subject().id().toLowerCase(Locale.ROOT), i);
      String seen = seen(entry.name());
      Integer before = first.putIfAbsent(seen, i);
      if (before != null) {
        byName.computeIfAbsent(seen, name -> new ArrayList<>(List.of(before))).add(i);
      }
    }
  }

  private EnvironmentNameIndex(EnvironmentNameIndex other, List<Entry> entries) {
    this.entries = entries;
    this.byId = other.byId;
    this.byName = other.byName;
  }

  /**
   * The same environments, in the same order, of which more is known now. What makes an index
   * costly, the folding of names, isn't done again.
   */
  EnvironmentNameIndex with(List<EnvironmentProfile> newer) {
    List<Entry> updated = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      updated.add(entries.get(i).with(newer.get(i)));
    }
    return new EnvironmentNameIndex(this, updated);
  }

  /** All environments whose names look like this one's; empty when it is the only one. */
  List<EnvironmentProfile> namesakes(EnvironmentProfile subject) {
    List<EnvironmentProfile> alike =
        byName.getOrDefault(seen(fold(subject.name())), List.of()).stream()
            .map(place -> entries.get(place).subject())
            .toList();
    if (!alike.isEmpty()) {
      return alike;
    }
    // One that is read on its own may be newer than the list, or have another name by now
    String name = seen(fold(subject.name()));
    return byId.containsKey(subject.id().toLowerCase(Locale.ROOT))
        ? List.of()
        : entries.stream()
            .filter(entry -> seen(entry.name()).equals(name))
            .map(Entry::subject)
            .toList();
  }

  private static String seen(String name) {
    return name.substring(0, Math.min(name.length(), SEEN));
  }

  /** By display name as {@link #fold} leaves it, then by id. */
  static List<Environment> sorted(List<Environment> environments) {
    record Named(Environment environment, String name) {}
    return environments.stream()
        .map(environment -> new Named(environment, fold(environment.displayName())))
        .sorted(Comparator.comparing(Named::name).thenComparing(named -> named.environment().id()))
        .map(Named::environment)
        .toList();
  }

  Optional<EnvironmentProfile> byId(String id) {
    return place(id).map(place -> entries.get(place).subject());
  }

  /** Which one in the order of the subjects has the ID. */
  Optional<Integer> place(String id) {
    return Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT)));
  }

  /** Whether an environment that somebody may see has exactly this name or id. */
  boolean knows(String text, Predicate<EnvironmentProfile> visible) {
    String wanted = fold(text);
    return entries.stream()
        .filter(entry -> entry.name().equals(wanted) || entry.id().equals(wanted))
        .anyMatch(entry -> visible.test(entry.subject()));
  }

  /**
   * The first of these that anything fits decides: the id, the name letter by letter, the name
   * without regard to accents, the beginning of a name or id. So an environment whose name is the
   * beginning of another's can still be named.
   *
   * @param visible what somebody may see; what they may not isn't there, nor is it suggested
   */
  NameLookup find(String text, Predicate<EnvironmentProfile> visible) {
    String wanted = fold(text);
    if (wanted.isEmpty()) {
      return new NameLookup.None(List.of());
    }
    String asWritten = text.strip();
    List<Predicate<Entry>> steps =
        List.of(
            entry -> entry.id().equals(wanted),
            entry -> entry.subject().name().strip().equals(asWritten),
            entry -> entry.name().equals(wanted),
            entry -> entry.beginsWith(wanted));
    for (Predicate<Entry> step : steps) {
      List<EnvironmentProfile> fitting =
          entries.stream().filter(step).map(Entry::subject).filter(visible).toList();
      if (!fitting.isEmpty()) {
        return fitting.size() == 1
            ? new NameLookup.One(fitting.get(0))
            : new NameLookup.Several(fitting);
      }
    }
    String bare = MARKS_BEHIND.matcher(asWritten).replaceAll("");
    return bare.equals(asWritten) || bare.isEmpty()
        ? new NameLookup.None(nearest(wanted, visible))
        : find(bare, visible);
  }

  /**
   * The environments in which each word of the text occurs, in the name, id, type, region or kind.
   * Those whose name begins with the text come first, then those whose name contains it.
   */
  List<EnvironmentProfile> search(String text, Predicate<EnvironmentProfile> visible) {
    String wanted = fold(text);
    List<String> words = List.of(wanted.split(" "));
    return entries.stream()
        .filter(entry -> visible.test(entry.subject()))
        .filter(entry -> words.stream().allMatch(entry::contains))
        .sorted(Comparator.comparingInt(entry -> rank(entry, wanted)))
        .map(Entry::subject)
        .toList();
  }

  /** As {@link TypeaheadRanking} ranks them; all in their order when the text is blank. */
  List<EnvironmentProfile> suggest(String text, int enough, Predicate<EnvironmentProfile> visible) {
    List<Entry> seen = entries.stream().filter(entry -> visible.test(entry.subject())).toList();
    return TypeaheadRanking.of(text).among(seen, enough).stream().map(Entry::subject).toList();
  }

  /**
   * Lower case, without accents and with single spaces, the same in every locale of the machine.
   */
  public static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace('ı', 'i');
    return SPACES.matcher(lower).replaceAll(" ").strip();
  }

  private static int rank(Entry entry, String wanted) {
    int at = entry.name().indexOf(wanted);
    return at < 0 ? 2 : Math.min(at, 1);
  }

  private List<EnvironmentProfile> nearest(String wanted, Predicate<EnvironmentProfile> visible) {
    record Near(EnvironmentProfile subject, int distance) {}
    int limit = Math.max(2, wanted.length() / 3);
    Stream<Near> near =
        entries.stream()
            .filter(entry -> visible.test(entry.subject()))
            .map(entry -> new Near(entry.subject(), distance(wanted, entry.name(), limit)));
    return near.filter(one -> one.distance() <= limit)
        .sorted(Comparator.comparingInt(Near::distance))
        .limit(NEAREST)
        .map(Near::subject)
        .toList();
  }

  /**
   * A name that contains the word is nearest of all; else the number of keys to press, which the
   * lengths alone may show to be too many.
   */
  private static int distance(String wanted, String name, int limit) {
    if (name.contains(wanted)) {
      return 0;
    }
    int atLeast = Math.abs(wanted.length() - name.length());
    return atLeast > limit ? atLeast : EditDistance.between(wanted, name);
  }
}
