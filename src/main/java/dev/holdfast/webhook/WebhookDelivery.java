package dev.holdfast.webhook;

import dev.holdfast.support.LogContext;
import dev.holdfast.support.TaskLease;
import dev.holdfast.webhook.EndpointClient.Answer;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one event to one endpoint, after the earlier events of the same request. Who dies between
 * the answer and the writing down sends it again, with the same ID.
 */
@Component
class WebhookDelivery {

  private static final Logger log = LoggerFactory.getLogger(WebhookDelivery.class);

  /** The one ahead wakes the next; this is for when it can't. */
  private static final Duration BEHIND = Duration.ofMinutes(1);

  /** Another replica may already have settings that this one doesn't. */
  private static final Duration UNKNOWN = Duration.ofMinutes(1);

  private static final Duration INTERRUPTED = Duration.ofSeconds(1);

  private final WebhookProperties webhooks;
  private final WebhookEventRepository events;
  private final EndpointClient client;
  private final EndpointGate gate;
  private final DeliveryResults results;

  WebhookDelivery(
      WebhookProperties webhooks,
      WebhookEventRepository events,
      EndpointClient client,
      EndpointGate gate,
      DeliveryResults results) {
    this.webhooks = webhooks;
    this.events = events;
    this.client = client;
    this.gate = gate;
    this.results = results;
  }

  DeliveryStep attempt(long id) {
    Optional<WebhookEvent> found = events.find(id);
    if (found.isEmpty()) {
      return DeliveryStep.DONE;
    }
    try (LogContext trail = LogContext.request(found.get().request().toString())) {
      return attempt(
          found.get().progress().state() == WebhookState.DEAD
              ? results.released(found.get())
              : found.get());
    }
  }

  private DeliveryStep attempt(WebhookEvent event) {
    Optional<Endpoint> endpoint = webhooks.endpoint(event.endpoint());
    if (endpoint.isEmpty()) {
      return results.isOver(event) ? results.dropped(event) : DeliveryStep.again(UNKNOWN);
    }
    if (results.isGone(endpoint.get())) {
      return results.dead(event, "The endpoint answered 410 Gone before.");
    }
    boolean isFirst =
        events
            .first(event.endpoint(), event.request())
            .filter(first -> first.id() == event.id())
            .isPresent();
    return isFirst ? send(endpoint.get(), event) : DeliveryStep.again(BEHIND);
  }

  private DeliveryStep send(Endpoint endpoint, WebhookEvent event) {
    Optional<Duration> wait = gate.enter(endpoint.name());
    if (wait.isPresent()) {
      return DeliveryStep.again(wait.get());
    }
    try {
      TaskLease.check();
      return answered(endpoint, event, client.post(endpoint, event));
    } catch (IOException e) {
      log.debug("Event {} isn't taken by webhook {}", event.eventId(), endpoint.name(), e);
      return results.failed(event, String.valueOf(e.getMessage()), Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DeliveryStep.again(INTERRUPTED);
    } finally {
      gate.leave(endpoint.name());
    }
  }

  private DeliveryStep answered(Endpoint endpoint, WebhookEvent event, Answer answer) {
    if (answer.isTaken()) {
      return results.delivered(event);
    }
    String said = "The endpoint answered " + answer.status() + ".";
    return answer.isGone()
        ? results.gone(endpoint, event, said)
        : results.failed(event, said, answer.retryAfter());
  }
}
