package dev.holdfast.simulator.bap;

import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.SimulatedBackup;
import dev.holdfast.simulator.world.SimulatedEnvironment;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists and labels manual backups. A label is there at once (facts 1.4). */
public record BapBackupRoutes(
    World world, BapEnvironmentRoutes environments, OperationIntake orders) {

  public SimulatedResponse list(SimulatedRequest call, String id) {
    ObjectNode json = SimulatorJson.object();
    ArrayNode value = json.putArray("value");
    world.backups(environments.find(id).id()).forEach(backup -> value.add(wire(backup)));
    return SimulatedResponse.of(200, json);
  }

  public SimulatedResponse create(SimulatedRequest call, String id) {
    return create(call, id, call.text("Notes"), BapBackupRoutes::wire);
  }

  /** The same through either API; only one of them knows notes. */
  public SimulatedResponse create(
      SimulatedRequest call,
      String id,
      Optional<String> notes,
      Function<SimulatedBackup, ObjectNode> wire) {
    SimulatedEnvironment environment = environments.find(id);
    String label =
        call.text("Label")
            .orElseThrow(() -> SimulatedError.invalid("label", "The field Label is required."));
    backable(environment);
    orders.strike(environment);
    if (world.occupied(environment.id())) {
      throw SimulatedError.busy(environment.id());
    }
    SimulatedBackup backup = backup(environment, label, notes);
    world.add(backup);
    return orders.sent(environment, SimulatedResponse.of(201, wire.apply(backup)));
  }

  /** Through either API (facts 1.9, 2.4). */
  public SimulatedResponse delete(SimulatedRequest call, String backupId) {
    SimulatedBackup backup = find(call, backupId);
    SimulatedEnvironment environment = environments.find(backup.environmentId());
    orders.strike(environment);
    if (world.occupied(environment.id())) {
      throw SimulatedError.busy(environment.id());
    }
    world.remove(backup);
    return orders.sent(environment, SimulatedResponse.empty(204));
  }

  /** The backup that a path names below its environment. */
  public SimulatedBackup find(SimulatedRequest call, String backupId) {
    return world.state().backups().stream()
        .filter(backup -> backup.id().equalsIgnoreCase(backupId))
        .filter(backup -> call.path().contains("/" + backup.environmentId() + "/"))
        .filter(backup -> backup.expires().isAfter(world.now()))
        .findFirst()
        .orElseThrow(
            () ->
                new SimulatedError(
                    404,
                    "BackupNotFound",
                    "The backup '%s' could not be found.".formatted(backupId)));
  }

  /** Default and Trial have no manual backups (rules R1, R2). */
  private static void backable(SimulatedEnvironment environment) {
    String sku = environment.made().sku();
    if (environment.made().dataverse() == null) {
      throw SimulatedError.invalid("The environment has no Dataverse database.");
    }
    if (sku.equals("Default") || sku.endsWith("Trial")) {
      throw SimulatedError.invalid(
          "Backup cannot be performed on environment of type %s.".formatted(sku));
    }
  }

  private SimulatedBackup backup(
      SimulatedEnvironment environment, String label, Optional<String> notes) {
    Instant now = world.now();
    return new SimulatedBackup(
        UUID.randomUUID().toString(),
        environment.id(),
        label,
        notes.orElse(null),
        now,
        now.plus(environment.backupsKept()),
        "ServicePrincipal");
  }

  private static ObjectNode wire(SimulatedBackup backup) {
    ObjectNode json = SimulatorJson.object();
    json.put("id", backup.id());
    json.put("label", backup.label());
    if (backup.notes() != null) {
      json.put("notes", backup.notes());
    }
    json.put("backupPointDateTime", SimulatorJson.time(backup.point()));
    json.put("backupExpiryDateTime", SimulatorJson.time(backup.expires()));
    boolean person = !backup.by().equals("ServicePrincipal");
    json.putObject("createdBy")
        .put("displayName", backup.by())
        .put("type", person ? "User" : "ServicePrincipal");
    return json;
  }
}
