package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.WebhookReceiver;
import dev.holdfast.testing.WebhookReceiver.Received;
import dev.holdfast.testing.WebhookSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Another system is told how a restore goes. */
class WebhookFlowTests extends SteppedJob {

  private static final String SECRET = WebhookReceiver.secret('a');

  private final WebhookReceiver receiver = new WebhookReceiver();

  @AfterEach
  void closeTheReceiver() {
    receiver.close();
  }

  @Test
  void theEventsOfARestoreArriveInOrderEachOnce() {
    start(
        Databases.H2.fresh(),
        Map.of(
            "holdfast.webhooks.endpoints[0].name",
            "ops",
            "holdfast.webhooks.endpoints[0].url",
            receiver.url(),
            "holdfast.webhooks.endpoints[0].secrets[0]",
            SECRET));
    install();
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage card = meganChat.awaitText("Alex Wilber");
    meganChat.clicks(megan, card, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    pass(Duration.ofMinutes(1));

    List<Received> received = receiver.received();
    assertThat(receiver.events())
        .startsWith("submitted", "approved", "starting", "started")
        .containsSubsequence("started", "verifying", "succeeded");
    assertThat(received)
        .allSatisfy(
            one -> {
              assertThat(one.isSignedWith(SECRET)).isTrue();
              assertThat(WebhookSchema.problems(one.data())).isEmpty();
              assertThat(one.event().path("subject").asString()).isEqualTo("R-1001");
              assertThat(one.body()).doesNotContain("fresh data", "Alex Wilber");
            });
    assertThat(received.stream().map(Received::id)).doesNotHaveDuplicates();
    assertThat(received.stream().map(one -> one.data().path("version").asLong()))
        .isSorted()
        .doesNotHaveDuplicates();
    JsonNode end =
        received.stream()
            .map(Received::data)
            .filter(data -> data.path("event").asString().equals("succeeded"))
            .findFirst()
            .orElseThrow();
    assertThat(end.path("state").asString()).isEqualTo("succeeded");
    assertThat(end.path("requester").asString()).isEqualTo(alex.entraId());
    assertThat(end.path("operationId").asString()).isNotBlank();
    assertThat(end.path("outcome").path("serviceStarted").asBoolean()).isTrue();
  }
}
