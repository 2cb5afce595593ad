package dev.holdfast.adminapi.finops;

import java.util.Optional;

/**
 * What the environment's own Dataverse says of the finance and operations apps (facts 6.5).
 *
 * @param state {@code finopsenvironmentstate} as it came; no list of its words is published. Empty
 *     if Dataverse gave none
 * @param deploymentType such as {@code OnlineDev}; empty if Dataverse gave none
 */
public record FinOpsEnvironmentState(
    String state,
    String deploymentType,
    Optional<String> applicationVersion,
    Optional<String> platformVersion) {}
