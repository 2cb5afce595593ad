package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.world.EnvironmentSeed.FinOpsSeed;
import dev.holdfast.simulator.world.FinOpsApps;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the Power Platform API tells of finance and operations apps (facts 6.1 to 6.4). */
record DynamicsRoutes(World world, BapEnvironmentRoutes environments) {

  /** Without a word about it no day of the window is near. */
  private static final Duration FAR = Duration.ofDays(3);

  SimulatedResponse properties(SimulatedRequest call, String id) {
    FinOpsApps apps = apps(id);
    FinOpsSeed made = apps.made().orElseThrow();
    ObjectNode json = SimulatorJson.object();
    json.put("appId", PpapiEnvironmentRoutes.principal(id + " apps"));
    json.put("deploymentType", kind(made));
    json.put("demoDataset", "None");
    json.put("lastObservedAOSCount", 1);
    json.put("lastObservedBatchAOSCount", 1);
    json.put("maxAOSCount", "2");
    json.put("maxBatchAOSCount", "2");
    if (apps.applicationVersion() != null) {
      json.put("applicationVersion", apps.applicationVersion());
      json.put("platformVersion", made.platformVersion());
    }
    ArrayNode planned = json.putArray("scheduledActions");
    int count = Objects.requireNonNullElse(made.scheduledActions(), 0);
    Stream.generate(SimulatorJson::object).limit(count).forEach(planned::add);
    return SimulatedResponse.of(200, json);
  }

  private static String kind(FinOpsSeed made) {
    if (made.deploymentType() == null) {
      return linkedKind(made.url());
    }
    return switch (made.deploymentType()) {
      case "OnlineDev" -> "UnifiedDeveloper";
      case "Sandbox" -> "UnifiedSandbox";
      case "Production" -> "UnifiedProduction";
      default -> "Unknown";
    };
  }

  private static String linkedKind(String url) {
    if (url.contains("axcloud")) {
      return "Unknown";
    }
    return url.contains("sandbox") ? "LCSSandbox" : "LCSProduction";
  }

  SimulatedResponse errors(SimulatedRequest call, String id) {
    ObjectNode json = SimulatorJson.object().put("environmentId", id);
    ArrayNode errors = json.putArray("errors");
    apps(id)
        .troubles()
        .forEach(
            trouble ->
                errors
                    .addObject()
                    .put("operationType", trouble.operation())
                    .put("failedActionName", trouble.action())
                    .put("errorCode", trouble.code())
                    .put("errorMessage", trouble.message())
                    .put("failedAt", SimulatorJson.time(trouble.at()))
                    .put("correlationId", trouble.id()));
    return SimulatedResponse.of(200, json);
  }

  SimulatedResponse settings(SimulatedRequest call, String id) {
    FinOpsSeed made = apps(id).made().orElseThrow();
    if (!made.link().equals("Internal")) {
      throw SimulatedError.invalid("Lifecycle Services manages this environment.");
    }
    ObjectNode json = SimulatorJson.object().put("maintenanceWindowCadence", "EveryUpdate");
    Instant next = world.now().plus(Objects.requireNonNullElse(made.maintenanceIn(), FAR));
    DayOfWeek day = LocalDate.ofInstant(next, ZoneOffset.UTC).getDayOfWeek();
    json.putArray("maintenanceWindowDaysOfWeek")
        .add(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    return SimulatedResponse.of(200, json);
  }

  SimulatedResponse versions(SimulatedRequest call, String id) {
    if (!apps(id).made().orElseThrow().link().equals("Internal")) {
      throw new SimulatedError(404, "RouteNotFound", "There is no such route.");
    }
    ObjectNode json = SimulatorJson.object();
    ArrayNode versions = json.putArray("availableVersions");
    List.of("10.0.48.7 QualityUpdate", "10.0.49.1 GeneralAvailability")
        .forEach(
            version ->
                versions
                    .addObject()
                    .put("version", version.split(" ")[0])
                    .put("releaseStage", version.split(" ")[1]));
    return SimulatedResponse.of(200, json);
  }

  private FinOpsApps apps(String id) {
    SimulatedEnvironment environment = environments.find(id);
    FinOpsApps apps = FinOpsApps.of(world, environment);
    if (apps.made().isEmpty()) {
      throw new SimulatedError(
          404, "EnvironmentNotFound", "The environment has no finance and operations apps.");
    }
    return apps;
  }
}
