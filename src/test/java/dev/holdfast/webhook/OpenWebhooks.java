package dev.holdfast.webhook;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.WebhookReceiver;
import dev.holdfast.testing.WebhookReceiver.Received;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A receiver that takes every event, unless the test opens other endpoints. */
abstract class OpenWebhooks {

  static final String SECRET = WebhookReceiver.secret('a');

  /** Longer than an event is tried. */
  static final Duration TRIED = Duration.ofDays(4);

  final WebhookReceiver receiver = new WebhookReceiver();
  WebhookBench hooks;
  private final TestDatabase database;

  OpenWebhooks(Databases database) {
    this.database = database.fresh();
    this.hooks = opened(Hooks.endpoint("ops", receiver.url(), SECRET));
  }

  /** Ends what runs, and starts it on the same database. */
  void open(WebhookProperties.Endpoint... endpoints) {
    hooks.close();
    hooks = opened(endpoints);
  }

  private WebhookBench opened(WebhookProperties.Endpoint... endpoints) {
    return new WebhookBench(database, Hooks.of(endpoints));
  }

  @AfterEach
  void stop() {
    hooks.close();
    receiver.close();
  }

  CheckResult examined() {
    return hooks.bench.get(WebhookCheck.class).check();
  }

  static List<String> ids(List<Received> received) {
    return received.stream().map(Received::id).toList();
  }
}
