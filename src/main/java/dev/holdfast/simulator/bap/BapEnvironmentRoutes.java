package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.OperationEffect;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists and shows environments, and switches administration mode. */
public record BapEnvironmentRoutes(World world, OperationIntake orders) {

  /** Small where a page of the usual size would hold them all, so that paging is seen there too. */
  private static int page(int all) {
    return all > 200 ? 100 : 10;
  }

  public SimulatedResponse list(SimulatedRequest call, String none) {
    BapEnvironmentJson wire = new BapEnvironmentJson(world, call);
    return page(call, "nextLink", one -> wire.of(one, false));
  }

  /**
   * @param link the name of the field with the address of the next page
   */
  public SimulatedResponse page(
      SimulatedRequest call, String link, Function<SimulatedEnvironment, ObjectNode> wire) {
    List<SimulatedEnvironment> all = world.state().environments();
    int from = call.query("$skiptoken").map(BapEnvironmentRoutes::number).orElse(0);
    int to = Math.min(all.size(), from + page(all.size()));
    ObjectNode page = SimulatorJson.object();
    ArrayNode value = page.putArray("value");
    all.subList(Math.min(from, to), to).forEach(one -> value.add(wire.apply(one)));
    if (to < all.size()) {
      page.put(
          link,
          "%s%s?api-version=%s&$skiptoken=%d"
              .formatted(call.base(), call.path(), call.query("api-version").orElse(""), to));
    }
    return SimulatedResponse.of(200, page);
  }

  public SimulatedResponse show(SimulatedRequest call, String id) {
    return SimulatedResponse.of(200, new BapEnvironmentJson(world, call).of(find(id), true));
  }

  /** Administration mode, the one thing that can be changed here so far (facts 1.1). */
  public SimulatedResponse edit(SimulatedRequest call, String id) {
    SimulatedEnvironment environment = find(id);
    JsonNode properties = call.body().path("properties");
    String state = properties.path("states").path("runtime").path("id").asString("");
    String background =
        properties
            .path("linkedEnvironmentMetadata")
            .path("backgroundOperationsState")
            .asString(environment.backgroundOperations());
    if (!state.equals("AdminMode") && !state.equals("Enabled")) {
      throw SimulatedError.invalid("The runtime state '%s' is not known.".formatted(state));
    }
    if (!background.equals("Enabled") && !background.equals("Disabled")) {
      throw SimulatedError.invalid("The background state '%s' is not known.".formatted(background));
    }
    OperationEffect effect = new OperationEffect(null, state, background, null, null);
    return orders.take(call, environment, "Edit", Duration.ofMinutes(3), effect);
  }

  public SimulatedEnvironment find(String id) {
    return world.environment(id).orElseThrow(() -> SimulatedError.noEnvironment(id));
  }

  private static int number(String token) {
    try {
      return Integer.parseUnsignedInt(token);
    } catch (NumberFormatException e) {
      throw SimulatedError.invalid("The skip token is not valid.");
    }
  }
}
