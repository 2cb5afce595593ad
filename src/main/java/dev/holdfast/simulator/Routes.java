package dev.holdfast.simulator;

import static dev.holdfast.simulator.Route.ID;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which request goes where, and what holds for all of them. */
final class Routes {

  private final List<Route> routes;
  private final World world;

  Routes(World world) {
    Orders orders = new Orders(world);
    Environments environments = new Environments(world, orders);
    Backups backups = new Backups(world, environments, orders);
    Restores restores = new Restores(world, environments, orders);
    Operations operations = new Operations(world);
    this.world = world;
    this.routes =
        Stream.of(
                bap(environments, backups, restores, operations),
                PpapiRoutes.of(world, environments, backups, restores, operations),
                own(new Control(world, environments), new Dataverse(environments)))
            .flatMap(List::stream)
            .toList();
  }

  private List<Route> bap(
      Environments environments, Backups backups, Restores restores, Operations operations) {
    String root = Pattern.quote(Face.BAP.root());
    String scope = root + "/scopes/admin/environments";
    String plain = root + "/environments" + ID;
    return List.of(
        Route.of("GET", scope, environments::list),
        Route.of("GET", scope + ID, environments::show),
        Route.of("PATCH", scope + ID, environments::edit),
        Route.of("GET", plain + "/backups", backups::list),
        Route.of("POST", plain + "/backups", backups::create),
        Route.of("POST", plain + "/restoreTo", restores),
        Route.of("GET", root + "/lifecycleOperations", operations::list),
        Route.of("GET", root + "/lifecycleOperations" + ID, operations::show),
        Route.of("GET", root + "/adminApplications" + ID, Registration::show));
  }

  private static List<Route> own(Control control, Handler dataverse) {
    String details = "/dataverse" + ID + "/api/data/v9\\.2/msprov_getfinopsapplicationdetails";
    return List.of(
        Route.of("GET", details, dataverse),
        Route.of("GET", "/simulator/record", control::record),
        Route.of("GET", "/simulator/state", control::state),
        Route.of("POST", "/simulator/faults", control::faults),
        Route.of("POST", "/simulator/registration", control::registration),
        Route.of("POST", "/simulator/reset", control::reset));
  }

  Answer answer(Call call) {
    return world.inTurn(() -> recorded(call));
  }

  private Answer recorded(Call call) {
    Answer answer;
    try {
      answer = routed(call);
    } catch (Refusal no) {
      answer = Face.of(call.path()).refuse(no, call.changes());
    }
    if (call.changes() && Face.isAdminApi(call.path())) {
      world.note(OrderRecord.of(world.now(), call, answer));
    }
    return answer;
  }

  private Answer routed(Call call) {
    guard(call);
    return routes.stream()
        .map(route -> route.answer(call))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new Refusal(404, "NotFound", "There is nothing at %s.".formatted(call.path())));
  }

  private void guard(Call call) {
    if (call.path().startsWith("/simulator/")) {
      return;
    }
    if (!call.bearer()) {
      throw new Refusal(401, "Unauthorized", "A bearer token is missing.");
    }
    if (!Face.isAdminApi(call.path())) {
      return;
    }
    if (call.query("api-version").isEmpty()) {
      throw new Refusal(
          400, "MissingApiVersionParameter", "The query parameter api-version is required.");
    }
    Registration.demand(world, call);
  }
}
