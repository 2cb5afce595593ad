package dev.holdfast.environment;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An environment as the rules see it.
 *
 * @param deployment what was said of the finance and operations apps, for the versions (rule R17);
 *     empty when nobody was asked or said anything
 * @param operations what the service lists of its lifecycle operations, newest first; empty when it
 *     was not asked or did not say
 * @param facts what the Power Platform API said of the apps
 */
public record EnvironmentProfile(
    Environment environment,
    EnvironmentKind kind,
    Optional<FinOpsDeployment> deployment,
    Optional<List<AdminOperation>> operations,
    FinOpsFacts facts) {

  public EnvironmentProfile {
    operations = operations.map(List::copyOf);
  }

  /** An environment whose versions and operations are not known. */
  public EnvironmentProfile(Environment environment, EnvironmentKind kind) {
    this(environment, kind, Optional.empty(), Optional.empty(), FinOpsFacts.NOT_READ);
  }

  public static EnvironmentProfile of(
      Environment environment, Optional<FinOpsDeployment> deployment) {
    return of(environment, deployment, Optional.empty());
  }

  public static EnvironmentProfile of(
      Environment environment,
      Optional<FinOpsDeployment> deployment,
      Optional<List<AdminOperation>> operations) {
    return new EnvironmentProfile(
        environment,
        EnvironmentKind.of(environment, deployment),
        deployment,
        operations,
        FinOpsFacts.NOT_READ);
  }

  /** The same with what the Power Platform API said of the apps. */
  public EnvironmentProfile with(FinOpsFacts read) {
    return new EnvironmentProfile(environment, kind, deployment, operations, read);
  }

  public String id() {
    return environment.id();
  }

  public String name() {
    return environment.displayName();
  }

  /** The operation that the service lists as running or waiting (rule R29). */
  public Optional<BlockingOperation> holder() {
    return operations.flatMap(BlockingOperation::among);
  }

  /**
   * Whether the service is at work on it (rule R29). A state that isn't known is taken for work
   * only as long as the operations do not show that there is none.
   */
  public boolean busy() {
    if (operationRuns()) {
      return true;
    }
    return operations.isEmpty() && Availability.of(environment).managementUnrecognized();
  }

  /** Whether the service says that an operation runs or waits on it. */
  public boolean operationRuns() {
    return holder().isPresent() || state().equalsIgnoreCase("running");
  }

  /** {@code NotSpecified} is also said of healthy environments (facts 1.6). */
  public String state() {
    return environment.managementState().orElse("NotSpecified");
  }

  /**
   * What a policy can go by, in lower case: {@code type} (the service's word), {@code kind} ({@link
   * EnvironmentKind#key}), {@code region}, {@code managed} ({@code true} or {@code false}), and
   * {@code group} (the ID of the environment group, or {@code none}). What wasn't read is missing.
   */
  public Map<String, String> attributes() {
    Map<String, String> all = new TreeMap<>();
    all.put("type", environment.typeWord());
    all.put("kind", kind.key());
    all.put("region", environment.region());
    all.put("managed", environment.managed().map(String::valueOf).orElse(""));
    boolean groupRead = !environment.odd() && environment.unreadable().isEmpty();
    all.put("group", environment.groupId().orElse(groupRead ? "none" : ""));
    all.values().removeIf(String::isBlank);
    all.replaceAll((name, value) -> value.toLowerCase(Locale.ROOT));
    return all;
  }
}
