package dev.holdfast.simulator;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists and shows environments, and switches administration mode. */
record Environments(World world, Orders orders) {

  /** Small where a page of the usual size would hold them all, so that paging is seen there too. */
  private static int page(int all) {
    return all > 200 ? 100 : 10;
  }

  Answer list(Call call, String none) {
    List<SimulatedEnvironment> all = world.state().environments();
    int from = call.query("$skiptoken").map(Environments::number).orElse(0);
    int to = Math.min(all.size(), from + page(all.size()));
    EnvironmentJson wire = new EnvironmentJson(world, call);
    ObjectNode page = Json.object();
    ArrayNode value = page.putArray("value");
    all.subList(Math.min(from, to), to).forEach(one -> value.add(wire.of(one, false)));
    if (to < all.size()) {
      page.put(
          "nextLink",
          "%s%s?api-version=%s&$skiptoken=%d"
              .formatted(call.base(), call.path(), call.query("api-version").orElse(""), to));
    }
    return Answer.of(200, page);
  }

  Answer show(Call call, String id) {
    return Answer.of(200, new EnvironmentJson(world, call).of(find(id), true));
  }

  /** Administration mode, the one thing that can be changed here so far (facts 1.1). */
  Answer edit(Call call, String id) {
    SimulatedEnvironment environment = find(id);
    JsonNode runtime = call.body().path("properties").path("states").path("runtime").path("id");
    String state = runtime.asString("");
    if (!state.equals("AdminMode") && !state.equals("Enabled")) {
      throw Refusal.invalid("The runtime state '%s' is not known.".formatted(state));
    }
    return orders.take(call, environment, "Edit", Duration.ofMinutes(3), new Effect(null, state));
  }

  SimulatedEnvironment find(String id) {
    return world.environment(id).orElseThrow(() -> Refusal.noEnvironment(id));
  }

  private static int number(String token) {
    try {
      return Integer.parseUnsignedInt(token);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("The skip token is not valid.");
    }
  }
}
