package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.world.EnvironmentSeed;
import dev.holdfast.simulator.world.RouteHandler;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The capacity of the tenant (facts 2.7); its figures are hours old. */
record CapacityRoutes(World world) implements RouteHandler {

  private static final Duration AGE = Duration.ofHours(6);
  private static final double LEFT = 51_200;

  @Override
  public SimulatedResponse answer(SimulatedRequest call, String none) {
    boolean full = world.state().full();
    ObjectNode json = SimulatorJson.object();
    json.put("tenantId", world.state().tenantId());
    json.put("licenseModelType", "StorageDriven");
    json.putObject("capacitySummary")
        .put("status", full ? "NotAvailable" : "Available")
        .put("statusMessage", full ? "There is no capacity left." : "There is capacity left.")
        .put("statusMessageCode", full ? "DBCapacityOver" : "AllCapacityAvailable")
        .put("finOpsStatus", "Available")
        .put("finOpsStatusMessage", "There is capacity left.")
        .put("finOpsStatusMessageCode", "FinOpsAllCapacityAvailable");
    ArrayNode lines = json.putArray("tenantCapacities");
    add(lines, "Database", EnvironmentSeed::databaseMegabytes, full);
    add(lines, "FinOpsDatabase", EnvironmentSeed::finOpsMegabytes, false);
    return SimulatedResponse.of(200, json);
  }

  private void add(
      ArrayNode lines, String type, ToDoubleFunction<EnvironmentSeed> size, boolean full) {
    double used =
        world.state().environments().stream()
            .map(SimulatedEnvironment::made)
            .mapToDouble(size)
            .sum();
    String measured = SimulatorJson.time(world.now().minus(AGE));
    ObjectNode line = lines.addObject();
    line.put("capacityType", type);
    line.put("capacityUnits", "MB");
    line.put("totalCapacity", full ? used : used + LEFT);
    line.put("maxCapacity", 0.0);
    line.putObject("consumption")
        .put("actual", used)
        .put("rated", used)
        .put("actualUpdatedOn", measured)
        .put("ratedUpdatedOn", measured);
    line.put("status", full ? "NotAvailable" : "Available");
    line.putArray("overflowCapacity");
    line.putArray("capacityEntitlements");
  }
}
