package dev.holdfast.support.tracing;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What a span says of a received call: no address, no ID, and no parameter. */
final class ReceivedCallConvention implements ServerRequestObservationConvention {

  static final String NAME = "http.server.requests";

  /** Anybody may send any word. */
  private static final String OTHER = "_OTHER";

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public String getContextualName(ServerRequestObservationContext context) {
    return route(context)
        .map(route -> method(context) + " " + route)
        .orElseGet(() -> method(context));
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
    KeyValues method = KeyValues.of(SpanAttributes.METHOD, method(context));
    return route(context)
        .map(route -> method.and(KeyValue.of(SpanAttributes.ROUTE, route)))
        .orElse(method);
  }

  /** Empty for what is refused before anybody looks where it should go. */
  private static Optional<String> route(ServerRequestObservationContext context) {
    return Optional.ofNullable(context.getPathPattern());
  }

  private static String method(ServerRequestObservationContext context) {
    return Optional.ofNullable(context.getCarrier())
        .map(HttpServletRequest::getMethod)
        .filter(
            word -> Arrays.stream(HttpMethod.values()).anyMatch(known -> known.name().equals(word)))
        .orElse(OTHER);
  }
}
