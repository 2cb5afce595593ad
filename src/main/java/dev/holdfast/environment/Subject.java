package dev.holdfast.environment;

import dev.holdfast.platform.Environment;
import dev.holdfast.platform.FinOpsDeployment;
import java.util.Optional;

/**
 * An environment as the rules see it.
 *
 * @param deployment what its Dataverse said of the finance and operations apps, for the versions
 *     (rule R17); empty when it was not asked or did not say
 */
public record Subject(Environment environment, Kind kind, Optional<FinOpsDeployment> deployment) {

  /** An environment whose versions are not known. */
  public Subject(Environment environment, Kind kind) {
    this(environment, kind, Optional.empty());
  }

  static Subject of(Environment environment, Optional<FinOpsDeployment> deployment) {
    return new Subject(environment, Kind.of(environment, deployment), deployment);
  }

  public String id() {
    return environment.id();
  }

  public String name() {
    return environment.displayName();
  }
}
