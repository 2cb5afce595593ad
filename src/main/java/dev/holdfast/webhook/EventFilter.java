package dev.holdfast.webhook;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentUse;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.webhook.WebhookProperties.Only;
import java.util.List;
import java.util.function.Predicate;

/** Whether an endpoint wants an event. What isn't known of an environment doesn't fit. */
final class EventFilter {

  private EventFilter() {}

  static boolean wants(Only only, Request request, RequestEvent event) {
    OperationSpec spec = request.details().spec();
    return fits(only.events(), wanted -> wanted.equals(EventName.of(event.type())))
        && fits(only.operations(), wanted -> wanted.equals(spec.kind()))
        && fits(
            only.environments(),
            wanted -> touches(spec, environment -> wanted.equalsIgnoreCase(environment.id())))
        && fits(
            only.environmentTypes(),
            wanted ->
                touches(
                    spec,
                    environment -> wanted.equalsIgnoreCase(environment.attributes().get("type"))));
  }

  private static boolean fits(List<String> wanted, Predicate<String> is) {
    return wanted.isEmpty() || wanted.stream().anyMatch(is);
  }

  private static boolean touches(OperationSpec spec, Predicate<EnvironmentRef> which) {
    return spec.environments().stream().map(EnvironmentUse::environment).anyMatch(which);
  }
}
