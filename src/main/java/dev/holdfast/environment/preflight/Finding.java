package dev.holdfast.environment.preflight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.message.Message;
import dev.holdfast.message.MessageFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding about a backup or a restore. Its sentence is put together when somebody reads it: a
 * form makes findings about thousands of environments, of which people see a few.
 */
public final class Finding {

  private final String rule;
  private final Severity severity;

  /** Empty for a finding that was stored as a sentence. */
  private final Optional<Message> message;

  /** Only where there is no message. */
  private final String sentence;

  private final String source;

  private Finding(
      String rule, Severity severity, Optional<Message> message, String sentence, String source) {
    this.rule = rule;
    this.severity = severity;
    this.message = message;
    this.sentence = sentence;
    this.source = source;
  }

  /** One with a finished sentence, as it was stored. */
  @JsonCreator
  public Finding(
      @JsonProperty("rule") String rule,
      @JsonProperty("severity") Severity severity,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("source") String source) {
    this(rule, severity, Optional.empty(), sentence, source);
  }

  static Finding of(String rule, Severity severity, String source, Message message) {
    return new Finding(rule, severity, Optional.of(message), "", source);
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
   * The finding in English words that name the environments, to be stored; plain text, not
   * Markdown. Instants in it stand as ISO 8601 in UTC, such as {@code 2026-11-20T17:00:00Z}: the
   * caller that shows it puts them into the reader's zone.
   */
  @JsonProperty
  public String sentence() {
    return message.map(MessageFormatter.STORED::text).orElse(sentence);
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
                new Finding(
                    rule, severity, message, sentence, source + " · correlation id " + known))
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
