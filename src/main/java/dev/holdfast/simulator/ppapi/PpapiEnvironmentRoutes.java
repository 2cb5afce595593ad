package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.world.EnvironmentSeed;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatedRestoreRules;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Environments as the Power Platform API lists and words them (facts 2). */
record PpapiEnvironmentRoutes(World world, BapEnvironmentRoutes environments) {

  /** What the service says of an environment that is not deleted. */
  private static final String NEVER = "1970-01-01T00:00:00Z";

  SimulatedResponse list(SimulatedRequest call, String none) {
    if (call.query("$top").isPresent()) {
      throw SimulatedError.invalid("The query parameter $top is not supported.");
    }
    return environments.page(call, "@odata.nextlink", one -> wire(call, one));
  }

  SimulatedResponse show(SimulatedRequest call, String id) {
    return SimulatedResponse.of(200, wire(call, environments.find(id)));
  }

  /** What the service would let be overwritten, in its own opinion. */
  SimulatedResponse restoreCandidates(SimulatedRequest call, String id) {
    SimulatedEnvironment source = environments.find(id);
    return PpapiPage.of(
        call,
        world.state().environments().stream()
            .filter(target -> new SimulatedRestoreRules(source, target).offered())
            .map(target -> brief(call, target))
            .toList());
  }

  static ObjectNode brief(SimulatedRequest call, SimulatedEnvironment environment) {
    return SimulatorJson.object()
        .put("environmentId", environment.id())
        .put("displayName", environment.displayName())
        .put("dataverseOrganizationUrl", dataverse(call, environment));
  }

  private ObjectNode wire(SimulatedRequest call, SimulatedEnvironment environment) {
    EnvironmentSeed made = environment.made();
    ObjectNode json = SimulatorJson.object();
    json.put("id", environment.id());
    json.put("displayName", environment.displayName());
    json.put("tenantId", world.state().tenantId());
    json.put("type", made.sku());
    json.put("geo", made.location());
    json.put("azureRegion", made.azureRegion());
    json.put("createdDateTime", SimulatorJson.time(environment.createdAt()));
    json.put("deletedDateTime", NEVER);
    if (made.dataverse() != null) {
      json.put("dataverseId", made.dataverse().organization());
      json.put("url", dataverse(call, environment));
      json.put("version", made.dataverse().version());
      json.put("domainName", made.dataverse().domain());
    }
    json.put("state", "Enabled");
    json.put("adminMode", environment.inAdministrationMode() ? "Enabled" : "Disabled");
    json.put("backgroundOperationsState", environment.backgroundOperations());
    json.put("protectionLevel", made.managed() ? "Standard" : "Basic");
    if (environment.securityGroup() != null) {
      json.put("securityGroupId", environment.securityGroup());
    }
    json.putObject("createdBy").put("id", principal(made.createdBy())).put("type", "User");
    json.putObject("retentionDetails")
        .put("retentionPeriod", "P%dD".formatted(environment.backupsKept().toDays()))
        .put("availableFromDateTime", SimulatorJson.time(environment.availableFrom(world.now())));
    finOps(json, environment);
    policies(json, made);
    return json;
  }

  private static void finOps(ObjectNode json, SimulatedEnvironment environment) {
    EnvironmentSeed.FinOpsSeed app = environment.made().finOps();
    if (app != null) {
      json.putObject("finOpsMetadata")
          .put("id", principal(environment.id()))
          .put("type", app.link())
          .put("url", app.url());
    }
  }

  private static void policies(ObjectNode json, EnvironmentSeed made) {
    ObjectNode policies = SimulatorJson.object();
    if (made.customerKey()) {
      linked(policies, "encryption", "/enterprisePolicies/contoso-key");
    }
    if (made.networkPolicy() != null) {
      linked(policies, "networkInjection", made.networkPolicy());
    }
    if (!policies.isEmpty()) {
      json.set("enterprisePolicies", policies);
    }
  }

  private static void linked(ObjectNode policies, String kind, String resource) {
    policies
        .putObject(kind)
        .put("id", principal(resource))
        .put("resourceId", resource)
        .put("status", "Linked");
  }

  private static String dataverse(SimulatedRequest call, SimulatedEnvironment environment) {
    return call.base() + "/dataverse/" + environment.id() + "/";
  }

  /** An id that goes with a name. */
  static String principal(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
