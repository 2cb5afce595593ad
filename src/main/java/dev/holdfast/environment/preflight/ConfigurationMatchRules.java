package dev.holdfast.environment.preflight;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be alike on both sides: Dataverse, region, management, key and network (rules R9, R10,
 * R11). An environment is always like itself.
 */
final class ConfigurationMatchRules {

  private ConfigurationMatchRules() {}

  /** Without Dataverse there is no database to back up or to overwrite (R9). */
  static Finding dataverse(EnvironmentProfile... subjects) {
    List<String> without =
        Stream.of(subjects)
            .filter(subject -> withoutDataverse(subject) && !subject.environment().odd())
            .map(EnvironmentProfile::name)
            .distinct()
            .toList();
    if (!without.isEmpty()) {
      return RuleId.R9.red("rule.dataverse.red", "environments", String.join(", ", without));
    }
    Optional<EnvironmentProfile> odd =
        Stream.of(subjects).filter(ConfigurationMatchRules::withoutDataverse).findFirst();
    if (odd.isPresent()) {
      return RuleId.R9.amber("rule.dataverse.amber", "environment", odd.get().name());
    }
    return RuleId.R9.green(
        "rule.dataverse.green",
        "environments",
        Stream.of(subjects)
            .map(EnvironmentProfile::name)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private static boolean withoutDataverse(EnvironmentProfile subject) {
    return subject.environment().dataverse().isEmpty();
  }

  /** Both must lie in the same region (R9). */
  static Finding region(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    String from = source.environment().region();
    String to = target.environment().region();
    if (from.isBlank() || to.isBlank()) {
      return RuleId.R9.amber(
          RuleMessages.pair("rule.region.amber", source, target)
              .with("environment", from.isBlank() ? source.name() : target.name()));
    }
    return from.equalsIgnoreCase(to)
        ? RuleId.R9.green(RuleMessages.pair("rule.region.green", source, target).with("region", to))
        : RuleId.R9.red(
            RuleMessages.pair("rule.region.red", source, target)
                .with("from", from)
                .with("to", to)
                .with("operation", noun));
  }

  /** A Managed Environment goes onto a Managed one only, another onto an unmanaged one (R10). */
  static Finding managed(EnvironmentProfile source, EnvironmentProfile target) {
    Optional<Boolean> from = source.environment().managed();
    Optional<Boolean> to = target.environment().managed();
    if (from.isEmpty() || to.isEmpty()) {
      return RuleId.R10.amber(
          RuleMessages.pair("rule.managed.amber", source, target)
              .with("environment", from.isEmpty() ? source.name() : target.name()));
    }
    if (from.equals(to)) {
      return RuleId.R10.green(
          RuleMessages.pair(
              from.get() ? "rule.managed.green.both" : "rule.managed.green.neither",
              source,
              target));
    }
    return from.get()
        ? RuleId.R10.red(RuleMessages.pair("rule.managed.red.source", source, target))
        : RuleId.R10.red(RuleMessages.pair("rule.managed.red.target", source, target));
  }

  /** A source under a customer's key needs a target under the same key (R11). */
  static Finding customerKey(EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    Optional<Boolean> from = underCustomerKey(source);
    Optional<Boolean> to = underCustomerKey(target);
    if (from.isEmpty() || to.isEmpty()) {
      return RuleId.R11.amber(
          RuleMessages.pair("rule.key.amber.unknown", source, target)
              .with("environment", from.isEmpty() ? source.name() : target.name()));
    }
    if (from.get() && to.get()) {
      return sameKey(source, target, noun);
    }
    if (from.get()) {
      return RuleId.R11.red(
          RuleMessages.pair("rule.key.red.source", source, target).with("operation", noun));
    }
    return to.get()
        ? RuleId.R11.amber(RuleMessages.pair("rule.key.amber.target", source, target))
        : RuleId.R11.green(RuleMessages.pair("rule.key.green.microsoft", source, target));
  }

  /** The policy tells the key; without it the service does not (R11). */
  private static Finding sameKey(
      EnvironmentProfile source, EnvironmentProfile target, Message noun) {
    Optional<String> from = source.environment().keyPolicy();
    Optional<String> to = target.environment().keyPolicy();
    if (from.isEmpty() || to.isEmpty()) {
      return RuleId.R11.amber(
          RuleMessages.pair("rule.key.amber.policy", source, target)
              .with("environment", from.isEmpty() ? source.name() : target.name()));
    }
    return from.get().equalsIgnoreCase(to.get())
        ? RuleId.R11.green(
            RuleMessages.pair("rule.key.green.same", source, target).with("policy", to.get()))
        : RuleId.R11.red(
            RuleMessages.pair("rule.key.red.other", source, target)
                .with("from", from.get())
                .with("to", to.get())
                .with("operation", noun));
  }

  /** An environment with a key policy is under a customer's key, whether it says so or not. */
  private static Optional<Boolean> underCustomerKey(EnvironmentProfile subject) {
    Environment environment = subject.environment();
    return environment.customerKey().or(() -> environment.keyPolicy().map(policy -> true));
  }

  /** Policies for virtual networks must match (R11). */
  static Finding network(EnvironmentProfile source, EnvironmentProfile target) {
    Environment from = source.environment();
    Environment to = target.environment();
    boolean same =
        from.networkPolicy()
            .map(policy -> to.networkPolicy().filter(policy::equalsIgnoreCase).isPresent())
            .orElseGet(() -> to.networkPolicy().isEmpty());
    if (!same) {
      return RuleId.R11.red(
          RuleMessages.pair("rule.network.red", source, target)
              .with("from", policy(from))
              .with("to", policy(to)));
    }
    return RuleId.R11.green(
        RuleMessages.pair("rule.network.green", source, target).with("policy", policy(to)));
  }

  private static Message policy(Environment environment) {
    return environment
        .networkPolicy()
        .map(id -> Message.of("rule.network.policy", "policy", id))
        .orElse(Message.of("rule.network.none"));
  }
}
