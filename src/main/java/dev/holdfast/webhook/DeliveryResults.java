package dev.holdfast.webhook;

import dev.holdfast.webhook.WebhookEvent.Progress;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what came of sending an event, and says what comes next. */
@Component
class DeliveryResults {

  private static final Logger log = LoggerFactory.getLogger(DeliveryResults.class);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final WebhookProperties webhooks;
  private final DeliveryRecords records;
  private final WebhookCounters counters;
  private final EndpointGate gate;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();

  DeliveryResults(
      WebhookProperties webhooks,
      DeliveryRecords records,
      WebhookCounters counters,
      EndpointGate gate,
      Clock clock) {
    this.webhooks = webhooks;
    this.records = records;
    this.counters = counters;
    this.gate = gate;
    this.clock = clock;
  }

  /** Whether an endpoint has said that it wants nothing any more. */
  boolean isGone(Endpoint endpoint) {
    return records.gone().goneSince(endpoint).isPresent();
  }

  /** Whether it was tried for long enough. */
  boolean isOver(WebhookEvent event) {
    return clock.instant().isAfter(event.progress().since().plus(webhooks.giveUpAfter()));
  }

  /**
   * An operator has its task run again, so its endpoint is tried again too. The same happens where
   * Holdfast died between giving it up and parking its task.
   */
  WebhookEvent released(WebhookEvent event) {
    Instant now = clock.instant();
    records.revive(event, now);
    return new WebhookEvent(
        event.id(),
        event.endpoint(),
        event.request(),
        event.version(),
        event.eventId(),
        event.body(),
        new Progress(WebhookState.WAITING, now, 0));
  }

  DeliveryStep delivered(WebhookEvent event) {
    records.events().delivered(event.id(), clock.instant());
    counters.delivered();
    records.wakeNext(event);
    return DeliveryStep.DONE;
  }

  /** The endpoint isn't in the settings any more. */
  DeliveryStep dropped(WebhookEvent event) {
    log.warn(
        "Event {} is dropped: there is no webhook {} in the settings",
        event.eventId(),
        event.endpoint());
    records.events().delete(event.id());
    return DeliveryStep.DONE;
  }

  DeliveryStep gone(Endpoint endpoint, WebhookEvent event, String said) {
    log.warn("Webhook {} answered 410 Gone: nothing is sent to it any more", endpoint.name());
    records.gone().add(endpoint, clock.instant());
    return dead(event, said);
  }

  DeliveryStep dead(WebhookEvent event, String why) {
    log.warn(
        "Event {} doesn't reach webhook {} and is given up. After the cause is fixed, release it"
            + " in the chat: release {} {}. {}",
        event.eventId(),
        event.endpoint(),
        WebhookTask.NAME,
        event.id(),
        why);
    records.events().giveUp(event.id(), why, clock.instant());
    counters.dead();
    records.wakeNext(event);
    return DeliveryStep.DEAD;
  }

  /**
   * @param asked how long the endpoint asks to be left alone
   */
  DeliveryStep failed(WebhookEvent event, String why, Optional<Duration> asked) {
    counters.failed();
    gate.close(event.endpoint(), asked.orElse(webhooks.retryAfter()));
    if (isOver(event)) {
      return dead(event, why);
    }
    records.events().failed(event.id(), why);
    Duration usual = backoff(event.progress().attempts());
    Duration pause = asked.filter(longer -> longer.compareTo(usual) > 0).orElse(usual);
    log.info(
        "Event {} doesn't reach webhook {} yet, next try in {}: {}",
        event.eventId(),
        event.endpoint(),
        pause,
        why);
    return DeliveryStep.again(pause);
  }

  /** With up to a quarter more, so that those who failed together don't come back together. */
  private Duration backoff(int attempts) {
    Duration longer = webhooks.retryAfter().multipliedBy(1L << Math.min(attempts, 16));
    Duration pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    return pause.plus(pause.dividedBy(4).multipliedBy(random.nextInt(100)).dividedBy(100));
  }
}
