package dev.holdfast.simulator.ppapi;

import static dev.holdfast.simulator.world.Route.ID;

import dev.holdfast.simulator.bap.BapBackupRoutes;
import dev.holdfast.simulator.bap.BapCopyRoutes;
import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.bap.BapOperationRoutes;
import dev.holdfast.simulator.bap.BapRestoreRoutes;
import dev.holdfast.simulator.world.ApiDialect;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.Route;
import dev.holdfast.simulator.world.World;
import java.util.List;

/** What the Power Platform API has (facts 2 and 6.1 to 6.4). */
public final class PpapiRouteTable {

  private PpapiRouteTable() {}

  public static List<Route> of(
      World world,
      BapEnvironmentRoutes all,
      BapBackupRoutes backups,
      BapRestoreRoutes restores,
      BapOperationRoutes operations) {
    PpapiEnvironmentRoutes environments = new PpapiEnvironmentRoutes(world, all);
    PpapiBackupRoutes labels = new PpapiBackupRoutes(world, all, backups);
    PpapiOperationRoutes running = new PpapiOperationRoutes(world, all, operations);
    PpapiRestoreRoutes orders = new PpapiRestoreRoutes(world, all, restores);
    BapCopyRoutes copies = new BapCopyRoutes(world, all, new OperationIntake(world));
    String list = ApiDialect.PPAPI.root() + "/environments";
    String one = list + ID;
    String below = list + "/[^/]+";
    DynamicsRoutes apps = new DynamicsRoutes(world, all);
    String app = ApiDialect.DYNAMICS + ID;
    return List.of(
        Route.of("GET", app + "/finopsproperties", apps::properties),
        Route.of("GET", app + "/operationerrors", apps::errors),
        Route.of("GET", app + "/finopsadminsettings", apps::settings),
        Route.of("GET", app + "/finopsversions", apps::versions),
        Route.of("GET", ApiDialect.LICENSING, new CapacityRoutes(world)),
        Route.of("GET", list, environments::list),
        Route.of("GET", one, environments::show),
        Route.of("GET", one + "/backups", labels::list),
        Route.of("POST", one + "/backups", labels::create),
        Route.of("GET", below + "/backups" + ID, labels::show),
        Route.of("DELETE", below + "/backups" + ID, backups::delete),
        Route.of("POST", one + "/restore", orders),
        Route.of("POST", one + "/copy", new PpapiCopyRoutes(world, all, copies)),
        Route.of("GET", one + "/restoreCandidates", environments::restoreCandidates),
        Route.of("GET", one + "/operations", running::list),
        Route.of("GET", below + "/operations" + ID, running::show),
        Route.of("GET", ApiDialect.PPAPI.root() + "/operations" + ID, running::show));
  }
}
