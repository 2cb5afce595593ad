package dev.holdfast.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Counts what this replica sent, by what came of it. All are there from the start. */
@Component
class WebhookCounters implements SmartInitializingSingleton {

  private static final String SENDS = "holdfast.webhooks.sends";
  private static final String DELIVERED = "delivered";
  private static final String FAILED = "failed";
  private static final String DEAD = "dead";

  private final ObjectProvider<MeterRegistry> meters;

  /**
   * @param meters absent where Holdfast only answers a question, as on the command line
   */
  WebhookCounters(ObjectProvider<MeterRegistry> meters) {
    this.meters = meters;
  }

  @Override
  public void afterSingletonsInstantiated() {
    meters.ifAvailable(
        registry ->
            List.of(DELIVERED, FAILED, DEAD)
                .forEach(outcome -> registry.counter(SENDS, "outcome", outcome)));
  }

  void delivered() {
    count(DELIVERED);
  }

  /** One attempt. */
  void failed() {
    count(FAILED);
  }

  void dead() {
    count(DEAD);
  }

  private void count(String outcome) {
    meters.ifAvailable(registry -> registry.counter(SENDS, "outcome", outcome).increment());
  }
}
