package dev.holdfast.adminapi.http;

import dev.holdfast.support.tracing.SpanAttributes;
import io.micrometer.common.KeyValues;
import java.util.Optional;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.stereotype.Component;

/** What a span says of a call: its {@link RouteTemplate}, so no host, no ID, and no parameter. */
@Component
class CallConvention implements ClientRequestObservationConvention {

  @Override
  public String getName() {
    return "http.client.requests";
  }

  @Override
  public String getContextualName(ClientRequestObservationContext context) {
    return method(context) + " " + template(context);
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
    return KeyValues.of(
        SpanAttributes.SYSTEM,
        "admin-api",
        SpanAttributes.METHOD,
        method(context),
        SpanAttributes.TEMPLATE,
        template(context));
  }

  private static String template(ClientRequestObservationContext context) {
    return Optional.ofNullable(context.getCarrier())
        .map(call -> RouteTemplate.of(call.getMethod().name(), call.getURI()))
        .map(route -> route.substring(route.indexOf(' ') + 1))
        .orElse("");
  }

  private static String method(ClientRequestObservationContext context) {
    return Optional.ofNullable(context.getCarrier())
        .map(ClientHttpRequest::getMethod)
        .map(method -> method.name())
        .orElse("");
  }
}
