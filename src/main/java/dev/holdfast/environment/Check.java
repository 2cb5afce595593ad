package dev.holdfast.environment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * One finding about a backup or a restore.
 *
 * @param rule the rule's id, such as {@code R9}; several checks may come from one rule
 * @param sentence the finding in words that name the environments; plain text, not Markdown.
 *     Instants in it stand as ISO 8601 in UTC, such as {@code 2026-11-20T17:00:00Z}: whoever shows
 *     it puts them into the reader's zone
 * @param source where the rule comes from, for a person who wants to read it up
 */
public record Check(String rule, Severity severity, String sentence, String source) {

  /** The same, with the service's id for support beside its source. */
  Check withCorrelation(Optional<String> id) {
    return id.map(
            known -> new Check(rule, severity, sentence, source + " · correlation id " + known))
        .orElse(this);
  }

  /** The worst of the findings; {@link Severity#GREEN} when there are none. */
  public static Severity worst(Collection<Check> checks) {
    return checks.stream()
        .map(Check::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.GREEN);
  }
}
