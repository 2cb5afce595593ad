package dev.holdfast.adminapi.vocabulary;

import static dev.holdfast.adminapi.vocabulary.Words.CAPACITY_STATUS;
import static dev.holdfast.adminapi.vocabulary.Words.CAPACITY_TYPES;
import static dev.holdfast.adminapi.vocabulary.Words.ERROR_CODES;
import static dev.holdfast.adminapi.vocabulary.Words.FINOPS_ERROR_FIELDS;
import static dev.holdfast.adminapi.vocabulary.Words.FINOPS_LINKS;
import static dev.holdfast.adminapi.vocabulary.Words.ON_OFF;
import static dev.holdfast.adminapi.vocabulary.Words.OPERATIONS;
import static dev.holdfast.adminapi.vocabulary.Words.PPAPI_STATUS;
import static dev.holdfast.adminapi.vocabulary.Words.PRINCIPALS;
import static dev.holdfast.adminapi.vocabulary.Words.PROTECTION;
import static dev.holdfast.adminapi.vocabulary.Words.STAGES;
import static dev.holdfast.adminapi.vocabulary.Words.TYPES;
import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer of the service, with the words that are known for each of its fields that has a list of
 * values. The sections of the page about the admin APIs name the sources.
 */
public enum AnswerKind {
  /** Facts 1.6. */
  BAP_ENVIRONMENT(
      "BAP environment",
      "/scopes/admin/environments(/[^/]+)?$",
      Map.ofEntries(
          entry("properties.environmentSku", TYPES),
          entry("properties.databaseType", Set.of("CommonDataService", "None")),
          entry(
              "properties.provisioningState",
              Set.of("Succeeded", "LinkedDatabaseProvisioning", "Deleting", "Failed")),
          entry("properties.createdBy.type", PRINCIPALS),
          entry("properties.states.management.id", Set.of("Ready", "Running", "NotSpecified")),
          entry(
              "properties.states.runtime.id",
              Set.of("Enabled", "AdminMode", "Disabled", "Warning")),
          entry("properties.states.runtime.runtimeReasonCode", Set.of("NotSpecified")),
          entry("properties.states.disasterRecovery.id", ON_OFF),
          entry(
              "properties.linkedEnvironmentMetadata.instanceState",
              Set.of("Ready", "Provisioning", "Disabled", "Deleting", "Failed")),
          entry("properties.linkedEnvironmentMetadata.backgroundOperationsState", ON_OFF),
          entry("properties.linkedAppMetadata.type", FINOPS_LINKS),
          entry(
              "properties.capacity.capacityType",
              Set.of("Database", "File", "Log", "FinOpsDatabase", "FinOpsFile")),
          entry("properties.capacity.capacityUnit", Set.of("MB")),
          entry("properties.protectionStatus.keyManagedBy", Set.of("Microsoft", "Customer")),
          entry("properties.governanceConfiguration.protectionLevel", PROTECTION),
          entry("properties.lifecycleOperationsEnforcement.allowedOperations.type.id", OPERATIONS),
          entry(
              "properties.lifecycleOperationsEnforcement.disallowedOperations.type.id", OPERATIONS),
          entry(
              "properties.lifecycleOperationsEnforcement.disallowedOperations.reason.type",
              Set.of(
                  "EnvironmentSkuType", "CdsLink", "GovernanceConfig", "EnvironmentCmkLinked")))),
  /** Facts 1.5. */
  BAP_OPERATION(
      "BAP operation",
      "/lifecycleOperations(/[^/]+)?$",
      Map.of(
          "state.id", Set.of("NotStarted", "Running", "Succeeded", "Failed", "Completed"),
          "type.id", OPERATIONS,
          "stages.id", STAGES,
          "stages.state.id", Set.of("NotStarted", "Running", "Succeeded", "Failed", "Completed"),
          "requestedBy.type", PRINCIPALS,
          "error.code", ERROR_CODES)),
  /** Facts 1.4. */
  BAP_BACKUP(
      "BAP backup",
      "/Microsoft\\.BusinessAppPlatform/environments/[^/]+/backups$",
      Map.of("createdBy.type", PRINCIPALS)),
  /** Facts 2; the words for the state and the modes of an environment aren't documented. */
  PPAPI_ENVIRONMENT(
      "Power Platform API environment",
      "/environmentmanagement/environments(/[^/]+)?$",
      Map.of(
          "type", TYPES,
          "state", Set.of("Enabled", "Disabled"),
          "adminMode", ON_OFF,
          "backgroundOperationsState", ON_OFF,
          "protectionLevel", PROTECTION,
          "finOpsMetadata.type", FINOPS_LINKS,
          "createdBy.type", PRINCIPALS)),
  /** Facts 2.3. */
  PPAPI_OPERATION(
      "Power Platform API operation",
      "/operations(/[^/]+)?$",
      Map.of(
          "status", PPAPI_STATUS,
          "stageStatuses.status",
              Set.of("Succeeded", "Failed", "Skipped", "Postponed", "InProgress", "NotStarted"),
          "stageStatuses.errorDetail.code", ERROR_CODES,
          "errorDetail.code", ERROR_CODES,
          "requestedBy.type", PRINCIPALS)),
  /** Facts 2.4. */
  PPAPI_BACKUP(
      "Power Platform API backup",
      "/environmentmanagement/environments/[^/]+/backups$",
      Map.of("createdBy.type", PRINCIPALS)),
  /** Facts 6.1. */
  FINOPS_PROPERTIES(
      "finance and operations properties",
      "/finopsproperties$",
      Map.of(
          "deploymentType",
          Set.of(
              "UnifiedDeveloper",
              "UnifiedSandbox",
              "UnifiedProduction",
              "LCSSandbox",
              "LCSProduction",
              "Trial",
              "Unknown"))),
  /** Facts 6.2: no list of their words is published. */
  FINOPS_ERRORS("finance and operations errors", "/operationerrors$", FINOPS_ERROR_FIELDS),
  /** Facts 6.3. */
  FINOPS_SETTINGS(
      "finance and operations settings",
      "/finopsadminsettings$",
      Map.of(
          "maintenanceWindowCadence", Set.of("EveryUpdate", "EveryOtherUpdate", "Regulated"),
          "maintenanceWindowDaysOfWeek",
              Set.of(
                  "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"))),
  /** Facts 6.4. */
  FINOPS_VERSIONS(
      "finance and operations versions",
      "/finopsversions$",
      Map.of("availableVersions.releaseStage", Set.of("QualityUpdate", "GeneralAvailability"))),
  /** Facts 6.5: the words for the state aren't published; these are inferred. */
  DATAVERSE_FINOPS(
      "Dataverse, finance and operations",
      "/msprov_getfinopsapplicationdetails$",
      Map.of(
          "finopsenvironmentstate", Set.of("Enabled", "Ready", "Succeeded", "Active"),
          "applicationdeploymenttype", Set.of("OnlineDev", "Sandbox"))),
  /** Facts 6.5: the words aren't published. What an operation is called may be somebody's name. */
  DATAVERSE_HISTORY(
      "Dataverse, operations on finance and operations",
      "/msprov_operationhistories$",
      Map.of(
          "statecode@FormattedValue", Set.of("Active", "Inactive"),
          "statuscode@FormattedValue", Set.of())),
  /** Facts 2.7. */
  TENANT_CAPACITY(
      "capacity of the tenant",
      "/tenantCapacity$",
      Map.of(
          "licenseModelType", Set.of("None", "Legacy", "StorageDriven"),
          "capacitySummary.status", CAPACITY_STATUS,
          "capacitySummary.finOpsStatus", CAPACITY_STATUS,
          "tenantCapacities.status", CAPACITY_STATUS,
          "tenantCapacities.capacityType", CAPACITY_TYPES,
          "tenantCapacities.capacityUnits", Set.of("None", "Unit", "MB"))),
  /** Whatever was asked; facts 1.8. */
  REFUSAL(
      "refusal",
      "^$",
      Map.of(
          "code", ERROR_CODES,
          "error.code", ERROR_CODES,
          "innererror.code", ERROR_CODES,
          "errorDetail.code", ERROR_CODES));

  private final String place;
  private final Pattern path;
  private final Map<String, Set<String>> fields;
  private final Set<String> endings;

  AnswerKind(String place, String path, Map<String, Set<String>> fields) {
    this.place = place;
    this.path = Pattern.compile(path);
    this.fields = fields;
    this.endings =
        fields.keySet().stream()
            .map(field -> field.substring(field.lastIndexOf('.') + 1))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The answer that an address gives; empty if nothing is known of it. */
  static Optional<AnswerKind> of(String path) {
    return Arrays.stream(values()).filter(kind -> kind.path.matcher(path).find()).findFirst();
  }

  /** Whether a field of this name may be one of {@link #fields}, wherever it is. */
  boolean mayEndIn(String name) {
    return endings.contains(name);
  }

  /** What it is, for people. */
  public String place() {
    return place;
  }

  /**
   * The known words of each field that has a list of values. A field is named by its path, without
   * the list that the rows of an answer stand in.
   */
  public Map<String, Set<String>> fields() {
    return fields;
  }
}
