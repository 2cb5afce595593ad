package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.EnvironmentSeed;
import dev.holdfast.simulator.world.FinOpsApps;
import dev.holdfast.simulator.world.SimulatedOperation;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an environment's Dataverse says of its finance and operations apps (facts 6.5). */
public record DataverseRoutes(World world, BapEnvironmentRoutes environments) {

  private static final String FORMATTED = "@OData.Community.Display.V1.FormattedValue";
  private static final Pattern FILTER = Pattern.compile("msprov_correlationid eq '([^']*)'");

  /** {@code msprov_getfinopsapplicationdetails}. */
  public SimulatedResponse details(SimulatedRequest call, String id) {
    FinOpsApps apps = FinOpsApps.of(world, environments.find(id));
    Optional<EnvironmentSeed.FinOpsSeed> made =
        apps.made().filter(one -> one.deploymentType() != null);
    if (made.isEmpty()) {
      return missing("msprov_getfinopsapplicationdetails");
    }
    ObjectNode json = SimulatorJson.object();
    json.put("applicationversion", apps.applicationVersion());
    json.put("platformversion", made.get().platformVersion());
    json.put("finopsenvironmentstate", apps.state());
    json.put("applicationdeploymenttype", made.get().deploymentType());
    return SimulatedResponse.of(200, json);
  }

  /** {@code msprov_operationhistories}: what has overwritten it, in no order of its own. */
  public SimulatedResponse histories(SimulatedRequest call, String id) {
    FinOpsApps apps = FinOpsApps.of(world, environments.find(id));
    if (apps.made().isEmpty()) {
      return missing("msprov_operationhistories");
    }
    Matcher filter = FILTER.matcher(call.query("$filter").orElse(""));
    Optional<String> only = filter.matches() ? Optional.of(filter.group(1)) : Optional.empty();
    ObjectNode json = SimulatorJson.object();
    ArrayNode rows = json.putArray("value");
    apps.overwritten().stream()
        .filter(operation -> only.filter(one -> !one.equals(operation.id())).isEmpty())
        .forEach(operation -> add(rows.addObject(), operation, apps.state(operation)));
    return SimulatedResponse.of(200, json);
  }

  /** The words for its state are ours: those of the service aren't published. */
  private static void add(ObjectNode row, SimulatedOperation operation, String state) {
    boolean ended = !state.equals("Servicing");
    row.put("msprov_operationhistoryid", operation.id());
    row.put("msprov_name", operation.type());
    row.put("msprov_description", operation.type() + " of finance and operations");
    row.put("msprov_correlationid", operation.id());
    row.put("msprov_startedon", SimulatorJson.time(operation.acceptedAt()));
    row.put("msprov_operationproperties", "{\"UserId\":\"%s\"}".formatted(World.PRINCIPAL));
    row.put("statecode", ended ? 1 : 0);
    row.put("statecode" + FORMATTED, ended ? "Inactive" : "Active");
    row.put("statuscode" + FORMATTED, state.equals("Enabled") ? "Succeeded" : state);
    row.put("modifiedon", SimulatorJson.time(ended ? operation.endsAt() : operation.acceptedAt()));
  }

  /** The log of one; there's none here. */
  public SimulatedResponse log(SimulatedRequest call, String id) {
    return missing("msprov_logs");
  }

  private static SimulatedResponse missing(String segment) {
    return SimulatedResponse.error(
        404, "0x80060888", "Resource not found for the segment '%s'.".formatted(segment));
  }
}
