package dev.holdfast.environment;

import dev.holdfast.platform.Environment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be alike on both sides: Dataverse, region, management, key and network (rules R9, R10,
 * R11). An environment is always like itself.
 */
final class PlaceRules {

  private PlaceRules() {}

  /** Without Dataverse there is no database to back up or to overwrite (R9). */
  static Check dataverse(Subject... subjects) {
    List<String> without =
        Stream.of(subjects)
            .filter(subject -> withoutDataverse(subject) && !subject.environment().odd())
            .map(Subject::name)
            .distinct()
            .toList();
    if (!without.isEmpty()) {
      return Rule.R9.red(
          "%s: no Dataverse, so there is no database to back up or to restore.",
          String.join(", ", without));
    }
    Optional<Subject> odd = Stream.of(subjects).filter(PlaceRules::withoutDataverse).findFirst();
    if (odd.isPresent()) {
      return Rule.R9.amber(
          "Holdfast cannot tell from what the service says of %s whether it has Dataverse, without"
              + " which there is no database to back up or to restore.",
          odd.get().name());
    }
    return Rule.R9.green(
        "Dataverse is there: %s.",
        Stream.of(subjects).map(Subject::name).distinct().collect(Collectors.joining(", ")));
  }

  private static boolean withoutDataverse(Subject subject) {
    return subject.environment().dataverse().isEmpty();
  }

  /** Both must lie in the same region (R9). */
  static Check region(Subject source, Subject target) {
    String from = source.environment().region();
    String to = target.environment().region();
    if (from.isBlank() || to.isBlank()) {
      return Rule.R9.amber(
          "The service does not name the region of %s; %s and %s must lie in the same one.",
          from.isBlank() ? source.name() : target.name(), source.name(), target.name());
    }
    return from.equalsIgnoreCase(to)
        ? Rule.R9.green("%s and %s both lie in the region %s.", source.name(), target.name(), to)
        : Rule.R9.red(
            "%s lies in the region %s and %s in %s; a restore stays within one region.",
            source.name(), from, target.name(), to);
  }

  /** A Managed Environment goes onto a Managed one only, another onto an unmanaged one (R10). */
  static Check managed(Subject source, Subject target) {
    Optional<Boolean> from = source.environment().managed();
    Optional<Boolean> to = target.environment().managed();
    if (from.isEmpty() || to.isEmpty()) {
      return Rule.R10.amber(
          "The service does not say whether %s is a Managed Environment; %s and %s must agree in"
              + " that.",
          from.isEmpty() ? source.name() : target.name(), source.name(), target.name());
    }
    if (from.equals(to)) {
      return Rule.R10.green(
          "%s and %s are both %s.",
          source.name(), target.name(), from.get() ? "Managed Environments" : "not managed");
    }
    return from.get()
        ? Rule.R10.red(
            "%s is a Managed Environment and %s is not; it can only be restored onto a managed one.",
            source.name(), target.name())
        : Rule.R10.red(
            "%s is a Managed Environment and %s is not; only a managed one can be restored onto it.",
            target.name(), source.name());
  }

  /** A source under a customer's key needs a target under the same key (R11). */
  static Check customerKey(Subject source, Subject target) {
    Optional<Boolean> from = underCustomerKey(source);
    Optional<Boolean> to = underCustomerKey(target);
    if (from.isEmpty() || to.isEmpty()) {
      return Rule.R11.amber(
          "The service does not say who manages the encryption key of %s; %s and %s must be under"
              + " the same key.",
          from.isEmpty() ? source.name() : target.name(), source.name(), target.name());
    }
    if (from.get() && to.get()) {
      return sameKey(source, target);
    }
    if (from.get()) {
      return Rule.R11.red(
          "%s is under a customer-managed key and %s is not; a restore needs the same key on both.",
          source.name(), target.name());
    }
    return to.get()
        ? Rule.R11.amber(
            "%s is under a customer-managed key and %s is not. The documentation forbids only the"
                + " other way round; the service decides.",
            target.name(), source.name())
        : Rule.R11.green(
            "%s and %s are both under keys that Microsoft manages.", source.name(), target.name());
  }

  /** The policy tells the key; without it the service does not (R11). */
  private static Check sameKey(Subject source, Subject target) {
    Optional<String> from = source.environment().keyPolicy();
    Optional<String> to = target.environment().keyPolicy();
    if (from.isEmpty() || to.isEmpty()) {
      return Rule.R11.amber(
          "%s and %s are both under a customer-managed key. It must be the same key, and the"
              + " service does not name the key policy of %s.",
          source.name(), target.name(), from.isEmpty() ? source.name() : target.name());
    }
    return from.get().equalsIgnoreCase(to.get())
        ? Rule.R11.green(
            "%s and %s are both under the customer-managed key of the policy %s.",
            source.name(), target.name(), to.get())
        : Rule.R11.red(
            "%s is under the customer-managed key of the policy %s and %s under that of %s; a"
                + " restore needs the same key on both.",
            source.name(), from.get(), target.name(), to.get());
  }

  /** An environment with a key policy is under a customer's key, whether it says so or not. */
  private static Optional<Boolean> underCustomerKey(Subject subject) {
    Environment environment = subject.environment();
    return environment.customerKey().or(() -> environment.keyPolicy().map(policy -> true));
  }

  /** Policies for virtual networks must match (R11). */
  static Check network(Subject source, Subject target) {
    Environment from = source.environment();
    Environment to = target.environment();
    boolean same =
        from.networkPolicy()
            .map(policy -> to.networkPolicy().filter(policy::equalsIgnoreCase).isPresent())
            .orElseGet(() -> to.networkPolicy().isEmpty());
    if (!same) {
      return Rule.R11.red(
          "%s is %s and %s is %s; both must have the same policy for virtual networks.",
          source.name(), policy(from), target.name(), policy(to));
    }
    return Rule.R11.green(
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
