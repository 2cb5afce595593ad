package dev.holdfast.environment.preflight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One finding about a backup or a restore. Its sentence is put together when somebody reads it: a
 * form makes findings about thousands of environments, of which people see a few.
 */
public final class Finding {

  private static final String MESSAGE = "message";
  private static final String SOURCE = "sourceMessage";
  private static final String TOLD = "rule.source.told";

  private final String rule;
  private final Severity severity;

  private final Message message;

  private final Message source;

  private Finding(String rule, Severity severity, Message message, Message source) {
    this.rule = rule;
    this.severity = severity;
    this.message = message;
    this.source = source;
  }

  /** One with a finished sentence, as earlier versions stored it. */
  public Finding(String rule, Severity severity, String sentence, String source) {
    this(rule, severity, Message.plain(sentence), Message.plain(source));
  }

  /** One as it was stored. */
  @JsonCreator
  static Finding stored(
      @JsonProperty("rule") String rule,
      @JsonProperty("severity") Severity severity,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("source") String source,
      @JsonProperty(MESSAGE) Optional<StoredMessage> message,
      @JsonProperty(SOURCE) Optional<StoredMessage> sourceMessage) {
    return new Finding(
        rule,
        severity,
        StoredMessage.read(sentence, message),
        StoredMessage.read(source, sourceMessage));
  }

  public static Finding of(String rule, Severity severity, Message source, Message message) {
    return new Finding(rule, severity, message, source);
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

  /** What was found, for a reader. */
  public Message message() {
    return message;
  }

  /** The same in English, to be stored; plain text, not Markdown. */
  @JsonProperty
  public String sentence() {
    return StoredMessage.english(message);
  }

  @JsonProperty(MESSAGE)
  @JsonInclude(Include.NON_ABSENT)
  Optional<StoredMessage> stored() {
    return StoredMessage.of(message);
  }

  /** Where the rule comes from, for a person who wants to read it up. */
  public Message origin() {
    return source;
  }

  /** The same in English, to be stored. */
  @JsonProperty
  public String source() {
    return StoredMessage.english(source);
  }

  @JsonProperty(SOURCE)
  @JsonInclude(Include.NON_ABSENT)
  Optional<StoredMessage> storedSource() {
    return StoredMessage.of(source);
  }

  /** The same, with who told what it rests on beside its source. The first to be named stay. */
  public Finding toldBy(Teller... tellers) {
    if (tellers.length == 0 || source.code().equals(TOLD)) {
      return this;
    }
    List<Message> names = Stream.of(tellers).distinct().map(Teller::message).toList();
    return new Finding(
        rule, severity, message, Message.of(TOLD, "source", source, "tellers", names));
  }

  /** The same with another sentence, and who told that beside its source. */
  Finding adding(Message sentence, Teller teller) {
    Message both = Message.of("rule.source.also", "source", source, "teller", teller.message());
    return new Finding(rule, severity, message.then(sentence), both);
  }

  /** Who told what a finding rests on. */
  public enum Teller {
    BAP("rule.teller.bap"),
    POWER_PLATFORM("rule.teller.ppapi"),
    FINOPS_PROPERTIES("rule.teller.properties"),
    FINOPS_SETTINGS("rule.teller.settings"),
    FINOPS_VERSIONS("rule.teller.versions"),
    TENANT_CAPACITY("rule.teller.capacity"),
    DATAVERSE("rule.teller.dataverse");

    private final String code;

    Teller(String code) {
      this.code = code;
    }

    Message message() {
      return Message.of(code);
    }

    /** An admin API. */
    public static Teller of(AdminApiFlavor api) {
      return api == AdminApiFlavor.BAP ? BAP : POWER_PLATFORM;
    }

    /** Who told something of finance and operations apps. */
    public static Teller of(FinOpsDeployment.Source source) {
      return source == FinOpsDeployment.Source.DATAVERSE ? DATAVERSE : FINOPS_PROPERTIES;
    }
  }

  /** The same, with the service's id for support beside its source. */
  Finding withCorrelation(Optional<String> id) {
    return id.map(
            known ->
                new Finding(
                    rule,
                    severity,
                    message,
                    Message.of("rule.source.correlation", "source", source, "id", known)))
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
    return "Finding[%s %s: %s]".formatted(rule, severity, sentence());
  }
}
