package dev.holdfast.adminapi;

import java.util.Optional;

/**
 * How the finance and operations apps of an environment are deployed.
 *
 * @param deploymentType from the Power Platform API, such as {@code UnifiedSandbox}; from Dataverse
 *     {@code OnlineDev} for a unified developer environment, {@code Sandbox} for a unified sandbox,
 *     or another word as it came
 * @param kindFrom who told the type
 * @param versionFrom who told the versions
 */
public record FinOpsDeployment(
    String deploymentType,
    Optional<String> applicationVersion,
    Optional<String> platformVersion,
    Source kindFrom,
    Source versionFrom) {

  /** All of it from Dataverse. */
  public FinOpsDeployment(
      String deploymentType,
      Optional<String> applicationVersion,
      Optional<String> platformVersion) {
    this(deploymentType, applicationVersion, platformVersion, Source.DATAVERSE, Source.DATAVERSE);
  }

  /** Who told something of the apps. */
  public enum Source {
    /** The Power Platform API (facts 6.1). */
    POWER_PLATFORM,
    /** The environment's own Dataverse (facts 6.5). */
    DATAVERSE
  }
}
