package dev.holdfast.simulator;

import static dev.holdfast.simulator.world.Route.ID;

import dev.holdfast.simulator.bap.BapBackupRoutes;
import dev.holdfast.simulator.bap.BapCopyRoutes;
import dev.holdfast.simulator.bap.BapEnvironmentRoutes;
import dev.holdfast.simulator.bap.BapOperationRoutes;
import dev.holdfast.simulator.bap.BapRestoreRoutes;
import dev.holdfast.simulator.bap.DataverseRoutes;
import dev.holdfast.simulator.ppapi.PpapiRouteTable;
import dev.holdfast.simulator.world.ApiDialect;
import dev.holdfast.simulator.world.OperationIntake;
import dev.holdfast.simulator.world.ReceivedCall;
import dev.holdfast.simulator.world.Route;
import dev.holdfast.simulator.world.SimulatedError;
import dev.holdfast.simulator.world.SimulatedRequest;
import dev.holdfast.simulator.world.SimulatedResponse;
import dev.holdfast.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which request goes where, and what holds for all of them. */
final class RouteTable {

  private final List<Route> routes;
  private final World world;

  RouteTable(World world) {
    OperationIntake orders = new OperationIntake(world);
    BapEnvironmentRoutes environments = new BapEnvironmentRoutes(world, orders);
    BapBackupRoutes backups = new BapBackupRoutes(world, environments, orders);
    BapRestoreRoutes restores = new BapRestoreRoutes(world, environments, orders);
    BapCopyRoutes copies = new BapCopyRoutes(world, environments, orders);
    BapOperationRoutes operations = new BapOperationRoutes(world);
    this.world = world;
    this.routes =
        Stream.of(
                bap(environments, backups, restores, copies, operations),
                PpapiRouteTable.of(world, environments, backups, restores, operations),
                own(
                    new SimulatorControlRoutes(world, environments),
                    new DataverseRoutes(world, environments)),
                graph(new GraphRoutes()))
            .flatMap(List::stream)
            .toList();
  }

  private List<Route> bap(
      BapEnvironmentRoutes environments,
      BapBackupRoutes backups,
      BapRestoreRoutes restores,
      BapCopyRoutes copies,
      BapOperationRoutes operations) {
    String root = Pattern.quote(ApiDialect.BAP.root());
    String scope = root + "/scopes/admin/environments";
    String plain = root + "/environments" + ID;
    return List.of(
        Route.of("GET", scope, environments::list),
        Route.of("GET", scope + ID, environments::show),
        Route.of("PATCH", scope + ID, environments::edit),
        Route.of("GET", plain + "/backups", backups::list),
        Route.of("POST", plain + "/backups", backups::create),
        Route.of("DELETE", root + "/environments/[^/]+/backups" + ID, backups::delete),
        Route.of("POST", plain + "/restoreTo", restores),
        Route.of("POST", plain + "/copyTo", copies),
        Route.of("GET", root + "/lifecycleOperations", operations::list),
        Route.of("GET", root + "/lifecycleOperations" + ID, operations::show),
        Route.of("GET", root + "/adminApplications" + ID, RegistrationRule::show));
  }

  private static List<Route> own(SimulatorControlRoutes control, DataverseRoutes dataverse) {
    String data = "/dataverse" + ID + "/api/data/v9\\.[02]/";
    String log = "msprov_operationhistories\\([^/)]+\\)/msprov_logs/\\$value";
    return List.of(
        Route.of("GET", data + "msprov_getfinopsapplicationdetails", dataverse::details),
        Route.of("GET", data + "msprov_operationhistories", dataverse::histories),
        Route.of("GET", data + log, dataverse::log),
        Route.of("GET", "/simulator/record", control::record),
        Route.of("GET", "/simulator/state", control::state),
        Route.of("POST", "/simulator/faults", control::faults),
        Route.of("POST", "/simulator/registration", control::registration),
        Route.of("POST", "/simulator/capacity", control::capacity),
        Route.of("POST", "/simulator/reset", control::reset));
  }

  private static List<Route> graph(GraphRoutes graph) {
    return List.of(
        Route.of(
            "GET",
            "/v1\\.0/groups" + ID + "/transitiveMembers/microsoft\\.graph\\.user",
            graph::members),
        Route.of("GET", "/v1\\.0/users", graph::accounts),
        Route.of("POST", "/simulator/groups", graph::set));
  }

  SimulatedResponse answer(SimulatedRequest call) {
    return world.inTurn(() -> recorded(call));
  }

  private SimulatedResponse recorded(SimulatedRequest call) {
    SimulatedResponse answer;
    try {
      answer = routed(call);
    } catch (SimulatedError no) {
      answer = ApiDialect.of(call.path()).refuse(no, call.changes());
    }
    if (call.changes() && ApiDialect.isAdminApi(call.path())) {
      world.note(ReceivedCall.of(world.now(), call, answer));
    }
    return answer;
  }

  private SimulatedResponse routed(SimulatedRequest call) {
    guard(call);
    return routes.stream()
        .map(route -> route.answer(call))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new SimulatedError(
                    404, "NotFound", "There is nothing at %s.".formatted(call.path())));
  }

  private void guard(SimulatedRequest call) {
    if (call.path().startsWith("/simulator/")) {
      return;
    }
    if (!call.bearer()) {
      throw new SimulatedError(401, "Unauthorized", "A bearer token is missing.");
    }
    if (!ApiDialect.isVersioned(call.path())) {
      return;
    }
    if (call.query("api-version").isEmpty()) {
      throw new SimulatedError(
          400, "MissingApiVersionParameter", "The query parameter api-version is required.");
    }
    RegistrationRule.demand(world, call);
  }
}
