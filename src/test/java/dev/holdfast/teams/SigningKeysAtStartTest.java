package dev.holdfast.teams;

import static dev.holdfast.testing.FakeBotFramework.claims;
import static dev.holdfast.testing.FakeBotFramework.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.SettableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first seconds after startup, when the signing keys aren't there yet. */
class SigningKeysAtStartTest {

  private static final String APP = "5f8e2b1c-0000-4000-8000-0000000000b0";
  private static final String TENANT = "5f8e2b1c-0000-4000-8000-000000000001";
  private static final String SERVICE_URL = "https://smba.trafficmanager.net/emea/";
  private static final RSAKey KEY = FakeBotFramework.key("published");

  private final FakeBotFramework framework = new FakeBotFramework().publishes(KEY, "msteams");
  private final FakeTeams teams = FakeTeams.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final SettableClock clock = new SettableClock(Instant.now());

  @AfterEach
  void close() {
    teams.close();
    framework.close();
  }

  @Test
  void everyActivityThatComesDuringTheFirstReadingIsTaken() {
    CountDownLatch open = new CountDownLatch(1);
    framework.holdsBackUntil(open);
    try (TeamsSlice slice = start()) {
      List<CompletableFuture<HttpResponse<String>>> sent =
          IntStream.range(0, 60).mapToObj(i -> send(slice, KEY, "f:" + i)).toList();
      assertThat(sent.get(0)).isNotDone();
      open.countDown();

      assertThat(sent).extracting(one -> one.join().statusCode()).containsOnly(200);
    }
  }

  @Test
  void whatCannotBeCheckedYetIsToComeAgainAndIsTakenThen() throws Exception {
    framework.down(true);
    try (TeamsSlice slice = start()) {
      HttpResponse<String> early = send(slice, KEY, "f:1").join();
      assertThat(early.statusCode()).isEqualTo(503);
      assertThat(early.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(early.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(early.body()).isEmpty();
      assertThat(readiness(slice)).isEqualTo(503);

      framework.down(false);
      clock.advance(Duration.ofSeconds(11));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(readiness(slice)).isEqualTo(200));
      assertThat(send(slice, KEY, "f:1").join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aKeyThatNobodyPublishesStaysARefusal() {
    try (TeamsSlice slice = start()) {
      RSAKey stranger = FakeBotFramework.key("published-by-nobody");
      for (int i = 0; i < 5; i++) {
        assertThat(send(slice, stranger, "f:" + i).join().statusCode()).isEqualTo(401);
      }
      assertThat(send(slice, KEY, "f:9").join().statusCode()).isEqualTo(200);
    }
  }

  private TeamsSlice start() {
    return TeamsSlice.closed(
        teams,
        Map.of(
            "app-id",
            APP,
            "tenant-id",
            TENANT,
            "credential.client-secret",
            "never used: a click is answered with the response",
            "openid-metadata-url",
            framework.metadata().toString()),
        clock);
  }

  private int readiness(TeamsSlice slice) throws Exception {
    URI address = slice.endpoint().resolve("/actuator/health/readiness");
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private CompletableFuture<HttpResponse<String>> send(TeamsSlice slice, RSAKey key, String id) {
    String token = token(key, claims("https://api.botframework.com", APP, SERVICE_URL).build());
    String activity =
        """
        {"type":"invoke","name":"adaptiveCard/action","id":"%s","channelId":"msteams",
         "serviceUrl":"%s","from":{"id":"29:alex","aadObjectId":"alex"},
         "recipient":{"id":"28:bot"},
         "conversation":{"id":"a:alex","conversationType":"personal","tenantId":"%s"},
         "channelData":{"tenant":{"id":"%s"}},
         "value":{"action":{"type":"Action.Execute","verb":"request.refresh","data":{}}}}
        """
            .formatted(id, SERVICE_URL, TENANT, TENANT);
    return http.sendAsync(
        HttpRequest.newBuilder(slice.endpoint())
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(activity))
            .build(),
        BodyHandlers.ofString());
  }
}
