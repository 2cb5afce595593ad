package dev.holdfast.simulator;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The simulator's own endpoints, for tests and for people who play with it. */
record Control(World world, Environments environments) {

  /** {@code GET /simulator/record}: every order that came in, oldest first. */
  Answer record(Call call, String none) {
    var json = Json.object();
    json.set("orders", Json.MAPPER.valueToTree(world.state().orders()));
    return Answer.of(200, json);
  }

  /** {@code GET /simulator/state}: all that the simulator remembers. */
  Answer state(Call call, String none) {
    return Answer.of(200, Json.MAPPER.valueToTree(world.state()));
  }

  /**
   * {@code POST /simulator/faults}: {@code {"environment": id, "faults": [{"kind": …}]}} replaces
   * the faults of an environment and of what runs on it.
   */
  Answer faults(Call call, String none) {
    SimulatedEnvironment environment = environments.find(call.text("environment").orElse(""));
    try {
      List<Fault> faults =
          Json.MAPPER.convertValue(call.body().path("faults"), new TypeReference<>() {});
      world.order(environment, faults);
    } catch (JacksonException e) {
      throw Refusal.invalid(e.getOriginalMessage());
    }
    return Answer.empty(204);
  }

  /**
   * {@code POST /simulator/registration}: {@code {"registered": false}} is a tenant that does not
   * know Holdfast's service principal.
   */
  Answer registration(Call call, String none) {
    world.register(call.body().path("registered").asBoolean(true));
    return Answer.empty(204);
  }

  /** {@code POST /simulator/reset}: the world begins anew. */
  Answer reset(Call call, String none) {
    world.restart();
    return Answer.empty(204);
  }
}
