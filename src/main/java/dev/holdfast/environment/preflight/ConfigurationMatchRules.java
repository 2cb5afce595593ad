package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.RuleId;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.environment.EnvironmentProfile;
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
      return RuleId.R9.red(
          "%s: no Dataverse, so there is no database to back up or to restore.",
          String.join(", ", without));
    }
    Optional<EnvironmentProfile> odd =
        Stream.of(subjects).filter(ConfigurationMatchRules::withoutDataverse).findFirst();
    if (odd.isPresent()) {
      return RuleId.R9.amber(
          "Holdfast cannot tell from what the service says of %s whether it has Dataverse, without"
              + " which there is no database to back up or to restore.",
          odd.get().name());
    }
    return RuleId.R9.green(
        "Dataverse is there: %s.",
        Stream.of(subjects)
            .map(EnvironmentProfile::name)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private static boolean withoutDataverse(EnvironmentProfile subject) {
    return subject.environment().dataverse().isEmpty();
  }

  /** Both must lie in the same region (R9). */
  static Finding region(EnvironmentProfile source, EnvironmentProfile target) {
    String from = source.environment().region();
    String to = target.environment().region();
    if (from.isBlank() || to.isBlank()) {
      return RuleId.R9.amber(
          "The service does not name the region of %s; %s and %s must lie in the same one.",
          from.isBlank() ? source.name() : target.name(), source.name(), target.name());
    }
    return from.equalsIgnoreCase(to)
        ? RuleId.R9.green("%s and %s both lie in the region %s.", source.name(), target.name(), to)
        : RuleId.R9.red(
            "%s lies in the region %s and %s in %s; a restore stays within one region.",
            source.name(), from, target.name(), to);
  }

  /** A Managed Environment goes onto a Managed one only, another onto an unmanaged one (R10). */
  static Finding managed(EnvironmentProfile source, EnvironmentProfile target) {
    Optional<Boolean> from = source.environment().managed();
    Optional<Boolean> to = target.environment().managed();
    if (from.isEmpty() || to.isEmpty()) {
      return RuleId.R10.amber(
          "The service does not say whether %s is a Managed Environment; %s and %s must agree in"
              + " that.",
          from.isEmpty() ? source.name() : target.name(), source.name(), target.name());
    }
    if (from.equals(to)) {
      return RuleId.R10.green(
          "%s and %s are both %s.",
          source.name(), target.name(), from.get() ? "Managed Environments" : "not managed");
    }
    return from.get()
        ? RuleId.R10.red(
            "%s is a Managed Environment and %s is not; it can only be restored onto a managed"
                + " one.",
            source.name(), target.name())
        : RuleId.R10.red(
            "%s is a Managed Environment and %s is not; only a managed one can be restored onto"
                + " it.",
            target.name(), source.name());
  }

  /** A source under a customer's key needs a target under the same key (R11). */
  static Finding customerKey(EnvironmentProfile source, EnvironmentProfile target) {
    Optional<Boolean> from = underCustomerKey(source);
    Optional<Boolean> to = underCustomerKey(target);
    if (from.isEmpty() || to.isEmpty()) {
      return RuleId.R11.amber(
          "The service does not say who manages the encryption key of %s; %s and %s must be under"
              + " the same key.",
          from.isEmpty() ? source.name() : target.name(), source.name(), target.name());
    }
    if (from.get() && to.get()) {
      return sameKey(source, target);
    }
    if (from.get()) {
      return RuleId.R11.red(
          "%s is under a customer-managed key and %s is not; a restore needs the same key on both.",
          source.name(), target.name());
    }
    return to.get()
        ? RuleId.R11.amber(
            "%s is under a customer-managed key and %s is not. The documentation forbids only the"
                + " other way round; the service decides.",
            target.name(), source.name())
        : RuleId.R11.green(
            "%s and %s are both under keys that Microsoft manages.", source.name(), target.name());
  }

  /** The policy tells the key; without it the service does not (R11). */
  private static Finding sameKey(EnvironmentProfile source, EnvironmentProfile target) {
    Optional<String> from = source.environment().keyPolicy();
    Optional<String> to = target.environment().keyPolicy();
    if (from.isEmpty() || to.isEmpty()) {
      return RuleId.R11.amber(
          "%s and %s are both under a customer-managed key. It must be the same key, and the"
              + " service does not name the key policy of %s.",
          source.name(), target.name(), from.isEmpty() ? source.name() : target.name());
    }
    return from.get().equalsIgnoreCase(to.get())
        ? RuleId.R11.green(
            "%s and %s are both under the customer-managed key of the policy %s.",
            source.name(), target.name(), to.get())
        : RuleId.R11.red(
            "%s is under the customer-managed key of the policy %s and %s under that of %s; a"
                + " restore needs the same key on both.",
            source.name(), from.get(), target.name(), to.get());
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
          "%s is %s and %s is %s; both must have the same policy for virtual networks.",
          source.name(), policy(from), target.name(), policy(to));
    }
    return RuleId.R11.green(
        "%s and %s are alike in their virtual networks: %s.",
        source.name(), target.name(), policy(to));
  }

  private static String policy(Environment environment) {
    return environment
        .networkPolicy()
        .map(id -> "under the network policy " + id)
        .orElse("under no network policy");
  }
}
