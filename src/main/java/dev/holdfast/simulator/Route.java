package dev.holdfast.simulator;

import dev.holdfast.simulator.RouteHandler;
import dev.holdfast.simulator.SimulatedRequest;
import dev.holdfast.simulator.SimulatedResponse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One kind of request and who answers it; {@link #ID} in a path names what is asked for. */
record Route(String method, Pattern path, RouteHandler handler) {

  static final String ID = "/([^/]+)";

  static Route of(String method, String path, RouteHandler handler) {
    return new Route(method, Pattern.compile(path), handler);
  }

  Optional<SimulatedResponse> answer(SimulatedRequest call) {
    Matcher matcher = path.matcher(call.path());
    if (!method.equals(call.method()) || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(handler.answer(call, matcher.groupCount() > 0 ? matcher.group(1) : ""));
  }
}
