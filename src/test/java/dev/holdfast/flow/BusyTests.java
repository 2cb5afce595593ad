package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.RunningHoldfast;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** More work than there are database connections: it waits, or it's told, and nothing is lost. */
@Tag("postgresql")
class BusyTests extends MainJob<Clock> {

  private static final int PEOPLE = 50;

  /** The start needs two, because a migration holds one. */
  private static final int POOL = 2;

  private final ExecutorService callers = Executors.newFixedThreadPool(100);
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningHoldfast holdfast;

  BusyTests() {
    super(Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    holdfast.close();
    callers.shutdownNow();
  }

  @Test
  void whenAllConnectionsAreInUseProbesAndHeartbeatsHaveTheirOwn() throws Exception {
    Map<String, Object> settings = new LinkedHashMap<>(settings());
    settings.put("spring.datasource.hikari.maximum-pool-size", POOL);
    settings.put("spring.datasource.hikari.minimum-idle", POOL);
    settings.put("spring.datasource.hikari.connection-timeout", 500);
    settings.put("holdfast.doctor.readiness-max-age", "1ms");
    holdfast = RunningHoldfast.start(Databases.H2.fresh(), simulator.baseUrl(), settings);
    teams.talksTo(holdfast.messages());
    install();
    FakeMessage approval = submitted();
    byte[] question = bytes(alexChat.saying(alex, "status"));

    try (Connection first = takeConnection();
        Connection second = takeConnection()) {
      assertThat(readiness()).isEqualTo(200);
      HttpResponse<String> refused = teams.send(question);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(meganChat.clicks(megan, approval, "request.approve", Map.of()).toString())
          .contains("Holdfast is busy");
    }

    assertThat(teams.send(question).statusCode()).isEqualTo(200);
    alexChat.awaitText("R-1001");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{1} messages on {0}")
  @CsvSource({"H2, 500", "POSTGRESQL, 500", "POSTGRESQL, 2000"})
  void aBurstRightAfterTheStartIsAnsweredEachOnce(Databases database, int messages) {
    Map<String, Object> settings = new LinkedHashMap<>(settings());
    settings.put("holdfast.teams.limits.per-sender", 100_000);
    settings.put("holdfast.teams.limits.sends-per-second", 100_000);
    // A reply that the connector doesn't acknowledge in time is sent again, rightly, and so is one
    // whose lease isn't renewed in time. On a machine that is busy with other things too, both
    // happen late.
    settings.put("holdfast.teams.connect-timeout", "2m");
    settings.put("holdfast.teams.read-timeout", "2m");
    settings.put("db-scheduler.heartbeat-interval", "30s");
    holdfast = RunningHoldfast.start(database.fresh(), simulator.baseUrl(), settings);
    teams.talksTo(holdfast.messages());
    List<FakePerson> people =
        IntStream.range(0, PEOPLE).mapToObj(i -> teams.person("Person " + i)).toList();
    List<FakeConversation> chats = people.stream().map(teams::personal).toList();

    List<CompletableFuture<Void>> said = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      FakeConversation chat = chats.get(i % PEOPLE);
      byte[] activity = bytes(chat.saying(people.get(i % PEOPLE), "xyzzy " + i));
      said.add(CompletableFuture.runAsync(() -> deliver(activity), callers));
    }
    CompletableFuture.allOf(said.toArray(CompletableFuture[]::new)).join();

    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> chats.stream().mapToInt(chat -> chat.messages().size()).sum() >= messages);
    assertThat(chats)
        .allSatisfy(chat -> assertThat(chat.messages()).hasSize(messages / PEOPLE))
        .allSatisfy(
            chat ->
                assertThat(chat.messages()).extracting(FakeMessage::text).doesNotHaveDuplicates());
  }

  /** As the channel does: what isn't taken is sent again when Holdfast said, or without a word. */
  private void deliver(byte[] activity) {
    Optional<HttpResponse<String>> answer = attempt(activity);
    while (answer.map(HttpResponse::statusCode).orElse(503) == 503) {
      long seconds =
          answer
              .map(busy -> busy.headers().firstValue("Retry-After").orElseThrow())
              .map(Long::parseLong)
              .orElse(1L);
      Executor later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, callers);
      answer = CompletableFuture.supplyAsync(() -> attempt(activity), later).join();
    }
    assertThat(answer.orElseThrow().statusCode()).isEqualTo(200);
  }

  /** Empty when there was no answer in time. */
  private Optional<HttpResponse<String>> attempt(byte[] activity) {
    try {
      return Optional.of(teams.send(activity));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private FakeMessage submitted() {
    submitRestore("Contoso UAT", "Contoso Dev");
    return meganChat.awaitText("Alex Wilber");
  }

  /** Work in the background has it now and then. */
  private Connection takeConnection() {
    DataSource pool = holdfast.get(DataSource.class);
    return await()
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(pool::getConnection, connection -> connection != null);
  }

  private int readiness() throws Exception {
    URI address = holdfast.messages().resolve("/actuator/health/readiness");
    return http.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static byte[] bytes(JsonNode activity) {
    return activity.toString().getBytes(StandardCharsets.UTF_8);
  }
}
