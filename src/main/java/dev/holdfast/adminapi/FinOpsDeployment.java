package dev.holdfast.adminapi;

import java.util.Optional;

/**
 * What Dataverse's {@code msprov_getfinopsapplicationdetails} says of the finance and operations
 * apps.
 *
 * @param deploymentType {@code OnlineDev} for a unified developer environment, {@code Sandbox} for
 *     a unified sandbox, or another word as it came
 */
public record FinOpsDeployment(
    String deploymentType, Optional<String> applicationVersion, Optional<String> platformVersion) {}
