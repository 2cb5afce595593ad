package dev.holdfast.platform.ppapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An {@code EnvironmentResponse} on the wire, as far as Holdfast reads it (facts 2). Anything may
 * be missing, and the words are published without the values that they can have.
 */
record EnvironmentWire(
    @Nullable String displayName,
    @Nullable String type,
    @Nullable String geo,
    @Nullable JsonNode state,
    @Nullable JsonNode adminMode,
    @Nullable JsonNode backgroundOperationsState,
    @Nullable String url,
    @Nullable String version,
    @Nullable String dataverseId,
    @Nullable String environmentGroupId,
    @Nullable String securityGroupId,
    @Nullable String protectionLevel,
    @Nullable RetentionDetails retentionDetails,
    @Nullable FinOpsMetadata finOpsMetadata,
    @Nullable EnterprisePolicies enterprisePolicies,
    @Nullable Principal createdBy,
    @Nullable String createdDateTime,
    @Nullable String deletedDateTime) {

  /** Nothing but a name. */
  static EnvironmentWire named(@Nullable String name) {
    return new EnvironmentWire(
        name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }

  record RetentionDetails(
      @Nullable String availableFromDateTime, @Nullable String retentionPeriod) {}

  record FinOpsMetadata(@Nullable String type, @Nullable String url) {}

  record EnterprisePolicies(
      @Nullable PolicyLink encryption, @Nullable PolicyLink networkInjection) {}

  record PolicyLink(@Nullable String id, @Nullable String resourceId, @Nullable String status) {}

  record Principal(@Nullable String displayName) {}
}
