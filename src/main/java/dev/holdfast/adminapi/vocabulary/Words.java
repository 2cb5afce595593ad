package dev.holdfast.adminapi.vocabulary;

import java.util.Map;
import java.util.Set;

/** Words that several answers of the service share. */
final class Words {

  /** Facts 1.6. */
  static final Set<String> TYPES =
      Set.of(
          "Production",
          "Sandbox",
          "Developer",
          "Trial",
          "SubscriptionBasedTrial",
          "Default",
          "Teams");

  static final Set<String> ON_OFF = Set.of("Enabled", "Disabled");

  /** Facts 1.6. */
  static final Set<String> PRINCIPALS =
      Set.of("User", "ServicePrincipal", "Group", "Service", "NotSpecified");

  static final Set<String> FINOPS_LINKS = Set.of("Internal", "Linked");

  static final Set<String> PROTECTION = Set.of("Basic", "Standard");

  static final Set<String> STAGES = Set.of("Validate", "Prepare", "Run", "Finalize");

  /** Facts 1.5 and 1.6. */
  static final Set<String> OPERATIONS =
      Set.of(
          "Backup",
          "Restore",
          "Copy",
          "Reset",
          "Delete",
          "Convert",
          "Create",
          "Edit",
          "Enable",
          "Disable",
          "Promote",
          "Recover",
          "Provision",
          "Unlock",
          "Move",
          "ForceFailover",
          "UpdateProtectionStatus",
          "EnableGovernanceConfiguration");

  /** Facts 2.3. */
  static final Set<String> PPAPI_STATUS =
      Set.of(
          "Queued",
          "InProgress",
          "Succeeded",
          "ValidationFailed",
          "Failed",
          "NoOperation",
          "ValidationPassed");

  /** Facts 2.7. */
  static final Set<String> CAPACITY_STATUS =
      Set.of("None", "Available", "AvailableByOverflow", "NotAvailable");

  /** Facts 2.7; those of trials and of Microsoft 365 are many, and of no interest. */
  static final Set<String> CAPACITY_TYPES =
      Set.of(
          "None",
          "Database",
          "File",
          "Log",
          "CapacityPass",
          "ApiCallCount",
          "FinOpsDatabase",
          "FinOpsFile",
          "PIProcess",
          "Trial*",
          "SubscriptionTrial*",
          "M365*");

  static final Map<String, Set<String>> FINOPS_ERROR_FIELDS =
      Map.of(
          "errors.operationType", Set.of(),
          "errors.failedActionName", Set.of(),
          "errors.errorCode", Set.of());

  /** Facts 1.8, 1.9, 2.8, and 6. */
  static final Set<String> ERROR_CODES =
      Set.of(
          "BadRequest",
          "InvalidDomainName",
          "InvalidApiVersion",
          "InvalidApplicationId",
          "InputValidationError",
          "Unauthorized",
          "Forbidden",
          "NotFound",
          "RouteNotFound",
          "EnvironmentNotFound",
          "EnvironmentIdInvalid",
          "EnvironmentGroupIdInvalid",
          "ServiceToServiceEnvironmentNotFound",
          "OperationNotFound",
          "RoleAssignmentNotFound",
          "WrongResourceTypeForUrlContext",
          "OperationNotStartable",
          "EnvironmentNotInReadyState",
          "InsufficientCapacity_StorageDriven",
          "DynamicsEntitlementMissing",
          "ValidationFailed");

  private Words() {}

  /** Whether a word is among the known ones, whose last character may stand for any end. */
  static boolean contains(Set<String> known, String word) {
    return known.stream()
        .anyMatch(
            one ->
                one.endsWith("*")
                    ? word.regionMatches(true, 0, one, 0, one.length() - 1)
                    : one.equalsIgnoreCase(word));
  }
}
