package dev.holdfast.simulator.world;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One kind of request and who answers it; {@link #ID} in a path names what is asked for. */
public record Route(String method, Pattern path, RouteHandler handler) {

  public static final String ID = "/([^/]+)";

  public static Route of(String method, String path, RouteHandler handler) {
    return new Route(method, Pattern.compile(path), handler);
  }

  public Optional<SimulatedResponse> answer(SimulatedRequest call) {
    Matcher matcher = path.matcher(call.path());
    if (!method.equals(call.method()) || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(handler.answer(call, matcher.groupCount() > 0 ? matcher.group(1) : ""));
  }
}
