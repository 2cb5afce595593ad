package dev.holdfast.approval.policy;

import dev.holdfast.request.step.EnvironmentRef;
import java.util.List;
import java.util.Locale;

/** What a rule asks of an environment. */
public sealed interface EnvironmentCondition {

  /** Whether an environment fulfills it. */
  enum Match {
    YES,
    NO,
    /** It depends on something about the environment that wasn't read. */
    UNKNOWN
  }

  Match of(EnvironmentRef environment);

  /** What it asks, for the audit log. */
  String words();

  /** Whether every environment fulfills it. */
  default boolean isAlwaysFulfilled() {
    return false;
  }

  /** Whether it depends on the display name, which requesters can change. */
  default boolean isAboutName() {
    return false;
  }

  private static Match yesOrNo(boolean fits) {
    return fits ? Match.YES : Match.NO;
  }

  /** One of these environments, whatever their names. */
  record Ids(List<String> ids) implements EnvironmentCondition {

    @Override
    public String words() {
      return "ID " + String.join(", ", ids);
    }

    @Override
    public Match of(EnvironmentRef environment) {
      return yesOrNo(ids.stream().anyMatch(environment.id()::equalsIgnoreCase));
    }
  }

  /** A display name that fits one of these patterns. */
  record Names(List<GlobPattern> patterns) implements EnvironmentCondition {

    @Override
    public String words() {
      return "name " + GlobPattern.words(patterns);
    }

    /** With {@code *} for any text. */
    public static Names of(List<String> patterns) {
      return new Names(patterns.stream().map(GlobPattern::of).toList());
    }

    @Override
    public Match of(EnvironmentRef environment) {
      return yesOrNo(patterns.stream().anyMatch(it -> it.matches(environment.displayName())));
    }

    @Override
    public boolean isAboutName() {
      return true;
    }
  }

  /** A display name or an ID that fits, as in {@code holdfast.policy[n].environments}. */
  record NamesOrIds(List<GlobPattern> patterns) implements EnvironmentCondition {

    @Override
    public String words() {
      return "name or ID " + GlobPattern.words(patterns);
    }

    @Override
    public Match of(EnvironmentRef environment) {
      return yesOrNo(
          patterns.stream()
              .anyMatch(
                  it -> it.matches(environment.displayName()) || it.matches(environment.id())));
    }

    @Override
    public boolean isAboutName() {
      return !isAlwaysFulfilled();
    }

    @Override
    public boolean isAlwaysFulfilled() {
      return patterns.stream().anyMatch(GlobPattern::matchesEverything);
    }
  }

  /**
   * An attribute with one of these values, in lower case. A value also stands for all that are
   * spelled like it with more words: {@code unified} for {@code unified-sandbox}.
   *
   * @param name one of the keys of {@code EnvironmentProfile.attributes()}
   */
  record Attribute(String name, List<String> values) implements EnvironmentCondition {

    @Override
    public String words() {
      return name + " " + String.join(", ", values);
    }

    @Override
    public Match of(EnvironmentRef environment) {
      String known = environment.attributes().getOrDefault(name, "").toLowerCase(Locale.ROOT);
      if (known.isEmpty()) {
        return Match.UNKNOWN;
      }
      if (values.stream().anyMatch(value -> isWithin(known, value))) {
        return Match.YES;
      }
      return values.stream().anyMatch(value -> isWithin(value, known)) ? Match.UNKNOWN : Match.NO;
    }

    private static boolean isWithin(String narrow, String wide) {
      return narrow.equals(wide) || narrow.startsWith(wide + "-");
    }
  }
}
