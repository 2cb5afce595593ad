package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.EnvironmentSeed;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists and shows environments, and changes administration mode and the backup retention. */
public record BapEnvironmentRoutes(World world, OperationIntake orders) {

  private static final Pattern PERIOD = Pattern.compile("P(7|14|21|28)D");

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

  /** Administration mode or the backup retention: what can be changed here so far (facts 1.1). */
  public SimulatedResponse edit(SimulatedRequest call, String id) {
    SimulatedEnvironment environment = find(id);
    JsonNode properties = call.body().path("properties");
    OperationEffect effect =
        properties.has("retentionDetails")
            ? retention(properties.path("retentionDetails"), environment)
            : mode(properties, environment);
    return orders.take(call, environment, "Edit", Duration.ofMinutes(3), effect);
  }

  /** It can be changed only where backups aren't kept for a fixed time (rule R1). */
  private static OperationEffect retention(JsonNode details, SimulatedEnvironment environment) {
    String period = details.path("retentionPeriod").asString("");
    Matcher days = PERIOD.matcher(period);
    if (!days.matches()) {
      throw SimulatedError.invalid("The retention period '%s' is not valid.".formatted(period));
    }
    EnvironmentSeed made = environment.made();
    if (!made.sku().equals("Production") || !made.managed() || made.finOps() != null) {
      throw SimulatedError.invalid("The retention period of this environment can't be changed.");
    }
    return OperationEffect.retention(Integer.parseInt(days.group(1)));
  }

  private static OperationEffect mode(JsonNode properties, SimulatedEnvironment environment) {
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
    return OperationEffect.mode(state, background);
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
