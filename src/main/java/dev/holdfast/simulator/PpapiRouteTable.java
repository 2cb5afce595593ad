package dev.holdfast.simulator;

import dev.holdfast.simulator.ApiDialect;
import dev.holdfast.simulator.BapBackupRoutes;
import dev.holdfast.simulator.BapEnvironmentRoutes;
import dev.holdfast.simulator.BapOperationRoutes;
import dev.holdfast.simulator.BapRestoreRoutes;
import dev.holdfast.simulator.PpapiBackupRoutes;
import dev.holdfast.simulator.PpapiEnvironmentRoutes;
import dev.holdfast.simulator.PpapiOperationRoutes;
import dev.holdfast.simulator.PpapiRestoreRoutes;
import dev.holdfast.simulator.Route;
import dev.holdfast.simulator.World;

import static dev.holdfast.simulator.Route.ID;

import java.util.List;

/** What the Power Platform API has at {@code /environmentmanagement} (facts 2). */
final class PpapiRouteTable {

  private PpapiRouteTable() {}

  static List<Route> of(
      World world,
      BapEnvironmentRoutes all,
      BapBackupRoutes backups,
      BapRestoreRoutes restores,
      BapOperationRoutes operations) {
    PpapiEnvironmentRoutes environments = new PpapiEnvironmentRoutes(world, all);
    PpapiBackupRoutes labels = new PpapiBackupRoutes(world, all, backups);
    PpapiOperationRoutes running = new PpapiOperationRoutes(world, all, operations);
    PpapiRestoreRoutes orders = new PpapiRestoreRoutes(world, all, restores);
    String list = ApiDialect.PPAPI.root() + "/environments";
    String one = list + ID;
    String below = list + "/[^/]+";
    return List.of(
        Route.of("GET", list, environments::list),
        Route.of("GET", one, environments::show),
        Route.of("GET", one + "/backups", labels::list),
        Route.of("POST", one + "/backups", labels::create),
        Route.of("GET", below + "/backups" + ID, labels::show),
        Route.of("POST", one + "/restore", orders),
        Route.of("GET", one + "/restoreCandidates", environments::restoreCandidates),
        Route.of("GET", one + "/operations", running::list),
        Route.of("GET", below + "/operations" + ID, running::show),
        Route.of("GET", ApiDialect.PPAPI.root() + "/operations" + ID, running::show));
  }
}
