package dev.holdfast.simulator;

import static dev.holdfast.simulator.Route.ID;

import java.util.List;

/** What the Power Platform API has at {@code /environmentmanagement} (facts 2). */
final class PpapiRoutes {

  private PpapiRoutes() {}

  static List<Route> of(
      World world, Environments all, Backups backups, Restores restores, Operations operations) {
    PpapiEnvironments environments = new PpapiEnvironments(world, all);
    PpapiBackups labels = new PpapiBackups(world, all, backups);
    PpapiOperations running = new PpapiOperations(world, all, operations);
    PpapiRestores orders = new PpapiRestores(world, all, restores);
    String list = Face.PPAPI.root() + "/environments";
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
        Route.of("GET", Face.PPAPI.root() + "/operations" + ID, running::show));
  }
}
