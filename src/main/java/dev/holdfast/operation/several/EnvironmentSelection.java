package dev.holdfast.operation.several;

import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.NameLookup;
import dev.holdfast.operation.backup.BackupCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which environments several words mean: {@code all production}, {@code Contoso *}, or {@code
 * Contoso UAT, Contoso Dev}.
 *
 * @param which whether one is meant
 * @param label the words behind them, for the backups; may be empty
 */
record EnvironmentSelection(Predicate<EnvironmentProfile> which, String label) {

  private static final String ALL = "all";
  private static final String EACH = "*";

  /** Words for types of environments, by the words that the service's own words contain. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("production", "production"),
          Map.entry("prod", "production"),
          Map.entry("sandbox", "sandbox"),
          Map.entry("sandboxes", "sandbox"),
          Map.entry("trial", "trial"),
          Map.entry("trials", "trial"),
          Map.entry("developer", "developer"),
          Map.entry("default", "default"));

  private static final Set<String> ENVIRONMENTS = Set.of("environments", "environment");

  /**
   * What words mean; empty where they name no more than one environment.
   *
   * @param words what followed the command, quoted words together as one
   * @param find looks up a name, as {@code EnvironmentCatalog.find} does
   */
  static Optional<EnvironmentSelection> of(List<String> words, Function<String, NameLookup> find) {
    if (isNameOfOne(String.join(" ", words), find)) {
      return Optional.empty();
    }
    return ofType(words).or(() -> ofPattern(words, find)).or(() -> ofList(words, find));
  }

  private static boolean isNameOfOne(String text, Function<String, NameLookup> find) {
    return find.apply(text) instanceof NameLookup.One one
        && one.subject().name().strip().equalsIgnoreCase(text);
  }

  /** {@code all}, {@code all production}, or {@code all production environments}. */
  private static Optional<EnvironmentSelection> ofType(List<String> words) {
    if (words.isEmpty() || !word(words, 0).equals(ALL)) {
      return Optional.empty();
    }
    Optional<String> type = Optional.ofNullable(TYPES.get(word(words, 1)));
    int behind = type.isPresent() ? 2 : 1;
    boolean environments = ENVIRONMENTS.contains(word(words, behind));
    List<String> rest = words.subList(environments ? behind + 1 : behind, words.size());
    String label = BackupCommand.Arguments.label(rest);
    boolean clear = type.isPresent() || environments || rest.isEmpty();
    return clear
        ? Optional.of(
            new EnvironmentSelection(
                type.map(EnvironmentSelection::isOf).orElse(one -> true), label))
        : Optional.empty();
  }

  private static Predicate<EnvironmentProfile> isOf(String type) {
    return one -> one.environment().typeWord().toLowerCase(Locale.ROOT).contains(type);
  }

  private static String word(List<String> words, int at) {
    return at < words.size() ? words.get(at).toLowerCase(Locale.ROOT) : "";
  }

  /** Up to the last word with an asterisk, unless the words before it name an environment. */
  private static Optional<EnvironmentSelection> ofPattern(
      List<String> words, Function<String, NameLookup> find) {
    int first = first(words);
    if (first < 0
        || find.apply(String.join(" ", words.subList(0, first))) instanceof NameLookup.One) {
      return Optional.empty();
    }
    int end = first + 1;
    for (int i = end; i < words.size(); i++) {
      end = words.get(i).contains(EACH) ? i + 1 : end;
    }
    Pattern names = pattern(String.join(" ", words.subList(0, end)));
    return Optional.of(
        new EnvironmentSelection(
            one -> names.matcher(one.name().strip()).matches(),
            BackupCommand.Arguments.label(words.subList(end, words.size()))));
  }

  private static int first(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).contains(EACH)) {
        return i;
      }
    }
    return -1;
  }

  private static Pattern pattern(String text) {
    List<String> quoted = new ArrayList<>();
    for (String piece : text.split(Pattern.quote(EACH), -1)) {
      quoted.add(Pattern.quote(piece));
    }
    return Pattern.compile(
        String.join(".*", quoted),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /** Names with commas between them; a label may follow the last one. */
  private static Optional<EnvironmentSelection> ofList(
      List<String> words, Function<String, NameLookup> find) {
    String[] pieces = String.join(" ", words).split(",");
    if (pieces.length < 2) {
      return Optional.empty();
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < pieces.length - 1; i++) {
      if (!(find.apply(pieces[i].strip()) instanceof NameLookup.One one)) {
        return Optional.empty();
      }
      ids.add(one.subject().id());
    }
    BackupCommand.Split last =
        new BackupCommand.Arguments(
                List.of(pieces[pieces.length - 1].strip().split(" ")), Optional.empty())
            .split(find);
    return last.subject()
        .filter(subject -> ids.add(subject.id()))
        .map(subject -> new EnvironmentSelection(one -> ids.contains(one.id()), last.label()));
  }
}
