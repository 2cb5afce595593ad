package dev.holdfast.platform.bap;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An environment on the wire, as far as Holdfast reads it (facts 1.6). Anything may be missing. */
record EnvironmentWire(
    @Nullable String id,
    @Nullable String name,
    @Nullable String location,
    @Nullable Properties properties) {

  record Properties(
      @Nullable String displayName,
      @Nullable String environmentSku,
      @Nullable String provisioningState,
      @Nullable String createdTime,
      @Nullable String lastModifiedTime,
      @Nullable Person createdBy,
      @Nullable LinkedEnvironment linkedEnvironmentMetadata,
      @Nullable LinkedApp linkedAppMetadata,
      @Nullable List<@Nullable Capacity> capacity,
      @Nullable String retentionPeriod,
      @Nullable RetentionDetails retentionDetails,
      @Nullable States states,
      @Nullable ProtectionStatus protectionStatus,
      @Nullable EnterprisePolicies enterprisePolicies,
      @Nullable Named parentEnvironmentGroup,
      @Nullable Governance governanceConfiguration,
      @Nullable Enforcement lifecycleOperationsEnforcement) {

    static final Properties NONE = named(null);

    /** Nothing but a name. */
    static Properties named(@Nullable String name) {
      return new Properties(
          name, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);
    }
  }

  record Person(@Nullable String displayName) {}

  record LinkedEnvironment(
      @Nullable String resourceId,
      @Nullable String instanceUrl,
      @Nullable String version,
      @Nullable String instanceState,
      @Nullable String backgroundOperationsState,
      @Nullable String securityGroupId) {}

  record LinkedApp(@Nullable String type, @Nullable String url) {}

  record Capacity(
      @Nullable String capacityType,
      @Nullable Double actualConsumption,
      @Nullable Double ratedConsumption,
      @Nullable String capacityUnit,
      @Nullable String updatedOn) {}

  record RetentionDetails(
      @Nullable String retentionPeriod, @Nullable String backupsAvailableFromDateTime) {}

  record States(@Nullable Named management, @Nullable Runtime runtime) {}

  record Runtime(@Nullable String id, @Nullable String runtimeReasonCode) {}

  record Named(@Nullable String id) {}

  record ProtectionStatus(@Nullable String keyManagedBy) {}

  /** Seen in several spellings. */
  @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
  record EnterprisePolicies(@Nullable Named vnets, @Nullable Named customerManagedKeys) {}

  record Governance(@Nullable String protectionLevel) {}

  record Enforcement(
      @Nullable List<@Nullable Ruling> allowedOperations,
      @Nullable List<@Nullable Ruling> disallowedOperations) {}

  record Ruling(@Nullable Named type, @Nullable Reason reason) {}

  record Reason(@Nullable String message, @Nullable String type) {}
}
