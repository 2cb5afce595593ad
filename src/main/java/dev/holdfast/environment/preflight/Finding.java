package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Severity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding about a backup or a restore. Its sentence is put together when somebody reads it: a
 * form makes findings about thousands of environments, of which people see a few.
 */
public final class Finding {

  private final String rule;
  private final Severity severity;
  private final String words;
  private final List<Object> names;
  private final String source;

  private Finding(String rule, Severity severity, String words, List<Object> names, String source) {
    this.rule = rule;
    this.severity = severity;
    this.words = words;
    this.names = names;
    this.source = source;
  }

  /** One with a finished sentence. */
  @JsonCreator
  public Finding(
      @JsonProperty("rule") String rule,
      @JsonProperty("severity") Severity severity,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("source") String source) {
    this(rule, severity, "%s", List.of(sentence), source);
  }

  /**
   * @param words with a {@code %s} for each name
   */
  static Finding of(String rule, Severity severity, String source, String words, Object... names) {
    return new Finding(rule, severity, words, List.of(names), source);
  }

  /** The rule's id, such as {@code R9}; several checks may come from one rule. */
  @JsonProperty
  public String rule() {
    return rule;
  }

  @JsonProperty
  public Severity severity() {
    return severity;
  }

  /**
   * The finding in words that name the environments; plain text, not Markdown. Instants in it stand
   * as ISO 8601 in UTC, such as {@code 2026-11-20T17:00:00Z}: the caller that shows it puts them
   * into the reader's zone.
   */
  @JsonProperty
  public String sentence() {
    return words.formatted(names.toArray());
  }

  /** Where the rule comes from, for a person who wants to read it up. */
  @JsonProperty
  public String source() {
    return source;
  }

  /** The same, with the service's id for support beside its source. */
  Finding withCorrelation(Optional<String> id) {
    return id.map(
            known ->
                new Finding(rule, severity, words, names, source + " · correlation id " + known))
        .orElse(this);
  }

  /** The worst of the findings; {@link Severity#GREEN} when there are none. */
  public static Severity worst(Collection<Finding> checks) {
    return checks.stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.GREEN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Finding check
        && rule.equals(check.rule)
        && severity == check.severity
        && sentence().equals(check.sentence())
        && source.equals(check.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, severity, source);
  }

  @Override
  public String toString() {
    return "Check[%s %s: %s]".formatted(rule, severity, sentence());
  }
}
