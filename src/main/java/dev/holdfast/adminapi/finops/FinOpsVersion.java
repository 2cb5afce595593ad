package dev.holdfast.adminapi.finops;

/**
 * A version that the finance and operations apps can be updated to (facts 6.4).
 *
 * @param version such as {@code 10.0.48.7}
 * @param releaseStage the service's own word, such as {@code GeneralAvailability}
 */
public record FinOpsVersion(String version, String releaseStage) {}
