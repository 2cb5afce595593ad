package dev.holdfast.environment;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsDeployment.Source;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is believed how the finance and operations apps are deployed: the Power Platform API, and for
 * what it doesn't tell the environment's own Dataverse (facts 6.5, row 6).
 */
final class FinOpsOrder {

  private FinOpsOrder() {}

  /**
   * @param dataverse asks it; called only if needed
   */
  static Optional<FinOpsDeployment> deployment(
      FinOpsAnswer<FinOpsProperties> properties, Supplier<Optional<FinOpsDeployment>> dataverse) {
    Optional<FinOpsProperties> told = properties.known();
    Optional<String> kind = told.flatMap(FinOpsProperties::knownType);
    Optional<String> version = told.flatMap(FinOpsProperties::applicationVersion);
    if (kind.isPresent() && version.isPresent()) {
      return Optional.of(
          new FinOpsDeployment(
              kind.get(),
              version,
              told.flatMap(FinOpsProperties::platformVersion),
              Source.POWER_PLATFORM,
              Source.POWER_PLATFORM));
    }
    return merged(told, kind, dataverse.get());
  }

  private static Optional<FinOpsDeployment> merged(
      Optional<FinOpsProperties> told, Optional<String> kind, Optional<FinOpsDeployment> other) {
    Optional<String> version = told.flatMap(FinOpsProperties::applicationVersion);
    if (kind.isEmpty() && version.isEmpty()) {
      return other;
    }
    boolean ours = version.isPresent() || other.isEmpty();
    return Optional.of(
        new FinOpsDeployment(
            kind.or(() -> other.map(FinOpsDeployment::deploymentType)).orElse(""),
            ours ? version : other.flatMap(FinOpsDeployment::applicationVersion),
            ours
                ? told.flatMap(FinOpsProperties::platformVersion)
                : other.flatMap(FinOpsDeployment::platformVersion),
            kind.isPresent() || other.isEmpty() ? Source.POWER_PLATFORM : Source.DATAVERSE,
            ours ? Source.POWER_PLATFORM : Source.DATAVERSE));
  }

  /** Whether the Power Platform API has anything to say of it. */
  static boolean isAsked(Environment environment) {
    return !(environment.finOps() instanceof FinOpsLink.None);
  }
}
