package dev.holdfast.webhook;

import dev.holdfast.retention.RetentionProperties;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long events are kept that nobody sends any more. */
@Component
class KeptEvents {

  private final WebhookProperties webhooks;
  private final RetentionProperties retention;

  KeptEvents(WebhookProperties webhooks, RetentionProperties retention) {
    this.webhooks = webhooks;
    this.retention = retention;
  }

  Duration delivered() {
    return webhooks.keepDelivered();
  }

  /** As long as messages to Teams that were given up. */
  Duration dead() {
    return retention.notifications();
  }
}
