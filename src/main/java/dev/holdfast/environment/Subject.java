package dev.holdfast.environment;

import dev.holdfast.platform.Environment;
import dev.holdfast.platform.FinOpsDeployment;
import dev.holdfast.platform.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An environment as the rules see it.
 *
 * @param deployment what its Dataverse said of the finance and operations apps, for the versions
 *     (rule R17); empty when it was not asked or did not say
 * @param operations what the service lists of its lifecycle operations, newest first; empty when it
 *     was not asked or did not say
 */
public record Subject(
    Environment environment,
    Kind kind,
    Optional<FinOpsDeployment> deployment,
    Optional<List<Operation>> operations) {

  private static final Set<String> AT_REST = Set.of("ready", "notspecified");

  public Subject {
    operations = operations.map(List::copyOf);
  }

  /** An environment whose versions and operations are not known. */
  public Subject(Environment environment, Kind kind) {
    this(environment, kind, Optional.empty(), Optional.empty());
  }

  static Subject of(Environment environment, Optional<FinOpsDeployment> deployment) {
    return of(environment, deployment, Optional.empty());
  }

  static Subject of(
      Environment environment,
      Optional<FinOpsDeployment> deployment,
      Optional<List<Operation>> operations) {
    return new Subject(environment, Kind.of(environment, deployment), deployment, operations);
  }

  public String id() {
    return environment.id();
  }

  public String name() {
    return environment.displayName();
  }

  /** The operation that the service lists as running or waiting (rule R29). */
  public Optional<Holder> holder() {
    return operations.flatMap(Holder::among);
  }

  /**
   * Whether the service is at work on it (rule R29). A state that is neither at rest nor {@code
   * Running} is taken for work only as long as the operations do not show that there is none.
   */
  public boolean busy() {
    String state = state().toLowerCase(Locale.ROOT);
    if (holder().isPresent() || state.equals("running")) {
      return true;
    }
    return operations.isEmpty() && !AT_REST.contains(state);
  }

  /** {@code NotSpecified} is also said of healthy environments (facts 1.6). */
  String state() {
    return environment.managementState().orElse("NotSpecified");
  }
}
