package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.EnvironmentSeed;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An environment as the admin API words it (facts 1.6). */
record BapEnvironmentJson(World world, SimulatedRequest call) {

  private static final Set<String> RESTORABLE = Set.of("Sandbox", "Developer", "Teams");
  private static final Set<String> NOT_COPIED =
      Set.of("Trial", "SubscriptionBasedTrial", "Default");
  private static final Set<String> NO_BACKUPS =
      Set.of("Trial", "SubscriptionBasedTrial", "Default");

  /** Capacity and the full ruling on operations only come with one that is read alone. */
  ObjectNode of(SimulatedEnvironment environment, boolean alone) {
    EnvironmentSeed made = environment.made();
    ObjectNode json = SimulatorJson.object();
    json.put(
        "id",
        "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/" + environment.id());
    json.put("type", "Microsoft.BusinessAppPlatform/scopes/environments");
    json.put("location", made.location());
    json.put("name", environment.id());
    ObjectNode properties = json.putObject("properties");
    identity(properties, environment);
    dataverse(properties, environment);
    finOps(properties, made.finOps());
    states(properties, environment);
    protection(properties, made);
    retention(properties, environment);
    rulings(properties, environment, alone);
    if (alone && call.query("$expand").orElse("").contains("properties.capacity")) {
      capacity(properties, made);
    }
    return json;
  }

  private void identity(ObjectNode properties, SimulatedEnvironment environment) {
    EnvironmentSeed made = environment.made();
    properties.put("tenantId", world.state().tenantId());
    properties.put("azureRegion", made.azureRegion());
    properties.put("displayName", environment.displayName());
    properties.put("createdTime", SimulatorJson.time(environment.createdAt()));
    properties.putObject("createdBy").put("displayName", made.createdBy()).put("type", "User");
    properties.put("lastModifiedTime", SimulatorJson.time(environment.modifiedAt()));
    properties.put("provisioningState", "Succeeded");
    properties.put("creationType", "User");
    properties.put("environmentSku", made.sku());
    properties.put("isDefault", made.sku().equals("Default"));
    properties.putObject("updateCadence").put("id", "Moderate");
  }

  private void dataverse(ObjectNode properties, SimulatedEnvironment environment) {
    EnvironmentSeed.@Nullable DataverseSeed dataverse = environment.made().dataverse();
    if (dataverse == null) {
      properties.putNull("linkedEnvironmentMetadata");
      return;
    }
    properties.put("databaseType", "CommonDataService");
    ObjectNode linked = properties.putObject("linkedEnvironmentMetadata");
    linked
        .put("resourceId", dataverse.organization())
        .put("friendlyName", environment.displayName())
        .put("uniqueName", dataverse.domain())
        .put("domainName", dataverse.domain())
        .put("version", dataverse.version())
        .put("instanceUrl", call.base() + "/dataverse/" + environment.id() + "/")
        .put("baseLanguage", 1033)
        .put("instanceState", "Ready")
        .put("backgroundOperationsState", environment.backgroundOperations());
    if (environment.securityGroup() != null) {
      linked.put("securityGroupId", environment.securityGroup());
    }
  }

  private static void finOps(ObjectNode properties, EnvironmentSeed.@Nullable FinOpsSeed app) {
    if (app != null) {
      properties.putObject("linkedAppMetadata").put("type", app.link()).put("url", app.url());
    }
  }

  private void states(ObjectNode properties, SimulatedEnvironment environment) {
    ObjectNode states = properties.putObject("states");
    String management = world.occupied(environment.id()) ? "Running" : "Ready";
    states.putObject("management").put("id", management);
    states
        .putObject("runtime")
        .put("runtimeReasonCode", "NotSpecified")
        .put("id", environment.runtimeState());
  }

  private static void protection(ObjectNode properties, EnvironmentSeed made) {
    properties
        .putObject("protectionStatus")
        .put("keyManagedBy", made.customerKey() ? "Customer" : "Microsoft");
    properties
        .putObject("governanceConfiguration")
        .put("protectionLevel", made.managed() ? "Standard" : "Basic");
    if (made.networkPolicy() != null) {
      properties
          .putObject("enterprisePolicies")
          .putObject("vnets")
          .put("id", made.networkPolicy())
          .put("linkStatus", "Linked");
    }
  }

  private void retention(ObjectNode properties, SimulatedEnvironment environment) {
    Instant from = environment.availableFrom(world.now());
    String period = "P%dD".formatted(environment.backupsKept().toDays());
    properties.put("retentionPeriod", period);
    properties
        .putObject("retentionDetails")
        .put("retentionPeriod", period)
        .put("backupsAvailableFromDateTime", SimulatorJson.time(from));
  }

  private static void rulings(
      ObjectNode properties, SimulatedEnvironment environment, boolean alone) {
    ObjectNode enforcement = properties.putObject("lifecycleOperationsEnforcement");
    ArrayNode allowed = enforcement.putArray("allowedOperations");
    allowed.addObject().putObject("type").put("id", "Edit");
    if (alone) {
      ArrayNode disallowed = enforcement.putArray("disallowedOperations");
      EnvironmentSeed made = environment.made();
      boolean data = made.dataverse() != null;
      rule("Backup", data && !NO_BACKUPS.contains(made.sku()), made, allowed, disallowed);
      rule("Copy", data && !NOT_COPIED.contains(made.sku()), made, allowed, disallowed);
      rule("Restore", data && RESTORABLE.contains(made.sku()), made, allowed, disallowed);
    }
  }

  private static void rule(
      String operation, boolean may, EnvironmentSeed made, ArrayNode allowed, ArrayNode not) {
    ObjectNode entry = (may ? allowed : not).addObject();
    entry.putObject("type").put("id", operation);
    if (!may) {
      String message = "%s cannot be performed on environment of type %s.";
      entry
          .putObject("reason")
          .put("message", message.formatted(operation, made.sku()))
          .put("type", made.dataverse() == null ? "CdsLink" : "EnvironmentSkuType");
    }
  }

  private void capacity(ObjectNode properties, EnvironmentSeed made) {
    ArrayNode capacity = properties.putArray("capacity");
    consumed(capacity, "Database", made.databaseMegabytes());
    consumed(capacity, "File", made.databaseMegabytes() / 2);
    consumed(capacity, "Log", 0);
    for (String type : List.of("FinOpsDatabase", "FinOpsFile")) {
      consumed(capacity, type, made.finOpsMegabytes());
    }
  }

  private void consumed(ArrayNode capacity, String type, double megabytes) {
    capacity
        .addObject()
        .put("capacityType", type)
        .put("actualConsumption", megabytes)
        .put("ratedConsumption", megabytes)
        .put("capacityUnit", "MB")
        .put("updatedOn", SimulatorJson.time(world.now()));
  }
}
