package dev.holdfast.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code restore}, which can also only be checked (facts 2). */
record PpapiRestores(World world, Environments environments, Restores restores) implements Handler {

  static boolean validatesOnly(Call call) {
    return call.query("ValidateOnly").map(Boolean::parseBoolean).orElse(false);
  }

  @Override
  public Answer answer(Call call, String id) {
    SimulatedEnvironment target = environments.find(id);
    Restores.Plan plan = plan(call);
    if (!validatesOnly(call)) {
      return restores.take(call, target, plan);
    }
    restores.check(target, plan);
    if (world.occupied(target.id())) {
      throw Refusal.busy(target.id());
    }
    return Answer.of(200, Json.object().put("status", "ValidationPassed"));
  }

  private static Restores.Plan plan(Call call) {
    return new Restores.Plan(
        demanded(call, "sourceEnvironmentId"),
        instant(demanded(call, "restorePointDateTime")),
        option(call, "environmentNameToOverride").orElse(null),
        option(call, "securityGroupIdToOverride").orElse(null));
  }

  private static Optional<String> option(Call call, String name) {
    JsonNode options = call.body().path("restoreOptions");
    return Optional.ofNullable(options.path(name).asString(null));
  }

  private static String demanded(Call call, String field) {
    return call.text(field)
        .orElseThrow(() -> Refusal.invalid(field, "The field %s is required.".formatted(field)));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.invalid(
          "restorePointDateTime", "'%s' is not a date and time with an offset.".formatted(text));
    }
  }
}
