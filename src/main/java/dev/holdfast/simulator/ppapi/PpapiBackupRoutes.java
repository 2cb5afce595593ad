package dev.holdfast.simulator.ppapi;

import dev.holdfast.simulator.bap.BapBackupRoutes;
import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.world.SimulatedBackup;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.SimulatorJson;
import dev.holdfast.simulator.world.World;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Manual backups as the Power Platform API words them; it knows no notes (facts 2). */
record PpapiBackupRoutes(World world, BapEnvironmentRoutes environments, BapBackupRoutes backups) {

  SimulatedResponse list(SimulatedRequest call, String id) {
    return PpapiPage.of(
        call, world.backups(environments.find(id).id()).stream().map(this::wire).toList());
  }

  SimulatedResponse show(SimulatedRequest call, String backupId) {
    return SimulatedResponse.of(200, wire(backups.find(call, backupId)));
  }

  SimulatedResponse create(SimulatedRequest call, String id) {
    return backups.create(call, id, Optional.empty(), this::wire);
  }

  private ObjectNode wire(SimulatedBackup backup) {
    boolean person = !backup.by().equals("ServicePrincipal");
    ObjectNode json =
        SimulatorJson.object()
            .put("id", backup.id())
            .put("label", backup.label())
            .put("backupPointDateTime", SimulatorJson.time(backup.point()))
            .put("backupExpiryDateTime", SimulatorJson.time(backup.expires()));
    json.putObject("createdBy")
        .put("userId", person ? PpapiEnvironmentRoutes.principal(backup.by()) : World.PRINCIPAL)
        .put("displayName", backup.by())
        .put("tenantId", world.state().tenantId())
        .put("type", person ? "User" : "ServicePrincipal");
    return json;
  }
}
