package dev.holdfast.webhook;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes each event as it is sent, for each endpoint that wants it, in the transaction in which it
 * happens. What becomes of the request later changes none of it.
 */
@Component
public class WebhookListener implements RequestEventListener {

  private final WebhookProperties webhooks;
  private final WebhookEventRepository events;
  private final WebhookTask deliveries;
  private final Clock clock;

  WebhookListener(
      WebhookProperties webhooks,
      WebhookEventRepository events,
      WebhookTask deliveries,
      Clock clock) {
    this.webhooks = webhooks;
    this.events = events;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    List<Endpoint> wanting =
        webhooks.endpoints().stream()
            .filter(endpoint -> EventFilter.wants(endpoint.only(), request, event))
            .toList();
    if (wanting.isEmpty()) {
      return;
    }
    String id = UUID.randomUUID().toString();
    for (Endpoint endpoint : wanting) {
      String body = EventBody.of(request, event, id, webhooks.source(), endpoint.includeTexts());
      deliveries.schedule(events.add(endpoint.name(), event, id, body, clock.instant()));
    }
  }
}
