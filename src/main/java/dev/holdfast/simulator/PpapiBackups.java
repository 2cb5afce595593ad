package dev.holdfast.simulator;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Manual backups as the Power Platform API words them; it knows no notes (facts 2). */
record PpapiBackups(World world, Environments environments, Backups backups) {

  Answer list(Call call, String id) {
    return PpapiPage.of(
        call, world.backups(environments.find(id).id()).stream().map(this::wire).toList());
  }

  Answer show(Call call, String backupId) {
    return world.state().backups().stream()
        .filter(backup -> backup.id().equalsIgnoreCase(backupId))
        .filter(backup -> call.path().contains("/" + backup.environmentId() + "/"))
        .filter(backup -> backup.expires().isAfter(world.now()))
        .findFirst()
        .map(backup -> Answer.of(200, wire(backup)))
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "BackupNotFound",
                    "The backup '%s' could not be found.".formatted(backupId)));
  }

  Answer create(Call call, String id) {
    return backups.create(call, id, Optional.empty(), this::wire);
  }

  private ObjectNode wire(SimulatedBackup backup) {
    boolean person = !backup.by().equals("ServicePrincipal");
    ObjectNode json =
        Json.object()
            .put("id", backup.id())
            .put("label", backup.label())
            .put("backupPointDateTime", Json.time(backup.point()))
            .put("backupExpiryDateTime", Json.time(backup.expires()));
    json.putObject("createdBy")
        .put("userId", person ? PpapiEnvironments.principal(backup.by()) : World.PRINCIPAL)
        .put("displayName", backup.by())
        .put("tenantId", world.state().tenantId())
        .put("type", person ? "User" : "ServicePrincipal");
    return json;
  }
}
