package dev.holdfast.simulator;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which request goes where, and what holds for all of them. */
final class Routes {

  private static final String BAP = Pattern.quote(OperationJson.ROOT);
  private static final String ID = "/([^/]+)";

  private record Route(String method, Pattern path, Handler handler) {}

  private final List<Route> routes;
  private final World world;

  Routes(World world) {
    Orders orders = new Orders(world);
    Environments environments = new Environments(world, orders);
    Backups backups = new Backups(world, environments, orders);
    Operations operations = new Operations(world);
    Control control = new Control(world, environments);
    Handler dataverse = new Dataverse(environments);
    String scope = BAP + "/scopes/admin/environments";
    String plain = BAP + "/environments" + ID;
    String operation = BAP + "/lifecycleOperations";
    String details = "/dataverse" + ID + "/api/data/v9\\.2/msprov_getfinopsapplicationdetails";
    this.world = world;
    this.routes =
        List.of(
            route("GET", scope, environments::list),
            route("GET", scope + ID, environments::show),
            route("PATCH", scope + ID, environments::edit),
            route("GET", plain + "/backups", backups::list),
            route("POST", plain + "/backups", backups::create),
            route("POST", plain + "/restoreTo", new Restores(world, environments, orders)),
            route("GET", operation, operations::list),
            route("GET", operation + ID, operations::show),
            route("GET", details, dataverse),
            route("GET", "/simulator/record", control::record),
            route("GET", "/simulator/state", control::state),
            route("POST", "/simulator/faults", control::faults),
            route("POST", "/simulator/reset", control::reset));
  }

  private static Route route(String method, String path, Handler handler) {
    return new Route(method, Pattern.compile(path), handler);
  }

  Answer answer(Call call) {
    return world.inTurn(() -> recorded(call));
  }

  private Answer recorded(Call call) {
    Answer answer;
    try {
      answer = routed(call);
    } catch (Refusal no) {
      answer = Answer.error(no.status(), no.code(), String.valueOf(no.getMessage()));
    }
    if (call.changes() && call.path().startsWith(OperationJson.ROOT)) {
      world.note(OrderRecord.of(world.now(), call, answer));
    }
    return answer;
  }

  private Answer routed(Call call) {
    guard(call);
    for (Route route : routes) {
      Matcher path = route.path().matcher(call.path());
      if (route.method().equals(call.method()) && path.matches()) {
        return route.handler().answer(call, path.groupCount() > 0 ? path.group(1) : "");
      }
    }
    throw new Refusal(404, "NotFound", "There is nothing at %s.".formatted(call.path()));
  }

  private static void guard(Call call) {
    if (call.path().startsWith("/simulator/")) {
      return;
    }
    if (!call.bearer()) {
      throw new Refusal(401, "Unauthorized", "A bearer token is missing.");
    }
    if (call.path().startsWith(OperationJson.ROOT) && call.query("api-version").isEmpty()) {
      throw new Refusal(
          400, "MissingApiVersionParameter", "The query parameter api-version is required.");
    }
  }
}
