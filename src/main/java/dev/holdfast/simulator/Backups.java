package dev.holdfast.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists and labels manual backups. A label is there at once (facts 1.4). */
record Backups(World world, Environments environments, Orders orders) {

  Answer list(Call call, String id) {
    ObjectNode json = Json.object();
    ArrayNode value = json.putArray("value");
    world.backups(environments.find(id).id()).forEach(backup -> value.add(wire(backup)));
    return Answer.of(200, json);
  }

  Answer create(Call call, String id) {
    SimulatedEnvironment environment = environments.find(id);
    String label =
        call.text("Label").orElseThrow(() -> Refusal.invalid("The field Label is required."));
    backable(environment);
    Optional<Answer> struck = orders.struck(environment);
    if (struck.isPresent()) {
      return struck.get();
    }
    if (world.occupied(environment.id())) {
      throw Refusal.busy(environment.id());
    }
    SimulatedBackup backup = backup(environment, label, call.text("Notes"));
    world.add(backup);
    Answer made = Answer.of(201, wire(backup));
    return orders.dropped(environment) ? made.drop() : made;
  }

  /** Default and Trial have no manual backups (rules R1, R2). */
  private static void backable(SimulatedEnvironment environment) {
    String sku = environment.made().sku();
    if (environment.made().dataverse() == null) {
      throw Refusal.invalid("The environment has no Dataverse database.");
    }
    if (sku.equals("Default") || sku.endsWith("Trial")) {
      throw Refusal.invalid("Backup cannot be performed on environment of type %s.".formatted(sku));
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
        now.plus(environment.retention()),
        "ServicePrincipal");
  }

  private static ObjectNode wire(SimulatedBackup backup) {
    ObjectNode json = Json.object();
    json.put("id", backup.id());
    json.put("label", backup.label());
    if (backup.notes() != null) {
      json.put("notes", backup.notes());
    }
    json.put("backupPointDateTime", Json.time(backup.point()));
    json.put("backupExpiryDateTime", Json.time(backup.expires()));
    boolean person = !backup.by().equals("ServicePrincipal");
    json.putObject("createdBy")
        .put("displayName", backup.by())
        .put("type", person ? "User" : "ServicePrincipal");
    return json;
  }
}
