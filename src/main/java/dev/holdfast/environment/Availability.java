package dev.holdfast.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.Environment.Dataverse;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an environment can be used at all, from all of the states that the service reports of it:
 * of its provisioning, of its Dataverse, of its runtime, and of its management (facts 1.6). The one
 * place that knows what these words mean; a word that it doesn't know is neither good nor bad.
 *
 * @param states those that the service reports, in this order
 */
public record Availability(List<Reported> states) {

  private static final String MANAGEMENT = "rule.state.management";

  /** What a reported state means; the order is from good to bad. */
  public enum Condition {
    /** It can be used. */
    ALIVE,
    /** An operation runs on it; {@link EnvironmentProfile#busy} says more. */
    WORKING,
    /** A word that isn't known. */
    UNRECOGNIZED,
    /** It isn't ready for use yet. */
    PROVISIONING,
    /** It was turned off; somebody can turn it on again. */
    DISABLED,
    /** It exists and can't be used. A restore onto it can repair it (rule R25). */
    FAILED,
    /** It was never completely created. */
    NOT_CREATED,
    /** It is deleted, or is being deleted. */
    DELETED
  }

  /**
   * One state.
   *
   * @param of code of the message that says it, such as {@code rule.state.provisioning}
   * @param word the service's own
   */
  public record Reported(String of, String word, Condition condition) {

    /** Such as {@code the provisioning state is Failed}. */
    public Message message() {
      return Message.of(of, "state", word);
    }
  }

  public Availability {
    states = List.copyOf(states);
  }

  /** Reads the states of an environment. */
  public static Availability of(Environment environment) {
    return new Availability(
        Stream.of(
                state("rule.state.provisioning", environment.provisioningState())
                    .map(Availability::ofProvisioning),
                state(
                    "rule.state.dataverse",
                    environment.dataverse().flatMap(Dataverse::instanceState)),
                state("rule.state.runtime", environment.runtimeState()),
                state(MANAGEMENT, environment.managementState()))
            .flatMap(Optional::stream)
            .toList());
  }

  /**
   * The state that speaks most against using it; empty when all that are known are good. An
   * unrecognized management state isn't among them: it says what runs on it.
   */
  public Optional<Reported> worst() {
    return states.stream()
        .filter(state -> state.condition().compareTo(Condition.WORKING) > 0)
        .filter(state -> !isUnrecognizedManagement(state))
        .max((one, other) -> one.condition().compareTo(other.condition()));
  }

  /** Whether none of the states that are known forbids to restore from it. */
  public boolean canBeRead() {
    return worst().filter(state -> state.condition() != Condition.UNRECOGNIZED).isEmpty();
  }

  /** Whether the management state is a word that isn't known. */
  boolean managementUnrecognized() {
    return states.stream().anyMatch(Availability::isUnrecognizedManagement);
  }

  private static boolean isUnrecognizedManagement(Reported state) {
    return state.of().equals(MANAGEMENT) && state.condition() == Condition.UNRECOGNIZED;
  }

  private static Optional<Reported> state(String of, Optional<String> word) {
    return word.filter(known -> !known.isBlank())
        .filter(known -> !known.equalsIgnoreCase("NotSpecified"))
        .map(known -> new Reported(of, known, condition(known)));
  }

  /** Creating it failed or goes on: that is worse than a Dataverse that a restore can repair. */
  private static Reported ofProvisioning(Reported state) {
    return switch (state.condition()) {
      case FAILED -> new Reported(state.of(), state.word(), Condition.NOT_CREATED);
      case WORKING -> new Reported(state.of(), state.word(), Condition.PROVISIONING);
      default -> state;
    };
  }

  private static Condition condition(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return switch (plain) {
      case "ready", "enabled", "adminmode", "warning", "succeeded", "active" -> Condition.ALIVE;
      case "running" -> Condition.WORKING;
      default -> inexact(plain);
    };
  }

  private static Condition inexact(String plain) {
    if (plain.contains("delet")) {
      return Condition.DELETED;
    }
    if (plain.contains("fail")) {
      return Condition.FAILED;
    }
    if (plain.contains("disabl") || plain.contains("suspend") || plain.contains("inactive")) {
      return Condition.DISABLED;
    }
    return plain.contains("provisioning") || plain.contains("creating")
        ? Condition.PROVISIONING
        : Condition.UNRECOGNIZED;
  }
}
