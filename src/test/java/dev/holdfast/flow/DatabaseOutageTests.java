package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testing.Cable;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.RunningHoldfast;
import dev.holdfast.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The database goes away in the middle of the main job, and comes back: that costs delay. */
@Tag("postgresql")
class DatabaseOutageTests extends MainJob<SettableClock> {

  private static final Duration A_RESTORE = Duration.ofSeconds(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Cable cable = Cable.to(Databases.POSTGRESQL.fresh());
  private RunningHoldfast holdfast;

  DatabaseOutageTests() {
    super(new SettableClock(Instant.now()));
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(super.settings());
    settings.put("spring.datasource.hikari.connection-timeout", 500);
    settings.put("holdfast.policy[0].safety-backup", "none");
    settings.put("db-scheduler.heartbeat-interval", "500ms");
    settings.put("holdfast.doctor.readiness-limit", "1s");
    settings.put("holdfast.doctor.readiness-max-age", "100ms");
    return settings;
  }

  /** The scheduler's threads end with what the driver throws, and are replaced. */
  @BeforeEach
  void othersMayFail() {
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  @AfterEach
  void stop() {
    Awaitility.reset();
    cable.mend();
    holdfast.close();
    cable.close();
  }

  @Test
  void itCostsDelayAndNothingElse() {
    holdfast = RunningHoldfast.start(cable.database(), simulator.baseUrl(), settings());
    teams.talksTo(holdfast.messages());
    install();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");

    cable.cut();
    await("no readiness").until(() -> readiness() == 503);
    JsonNode click = meganChat.clicks(megan, approval, "request.approve", Map.of());
    assertThat(click.toString()).contains("can't reach its database");
    assertThat(said("status").statusCode()).isEqualTo(503);
    assertThat(said("status").headers().firstValue("Retry-After")).isPresent();
    cable.mend();
    await("readiness").until(() -> readiness() == 200);

    await("the click is taken")
        .until(
            () -> meganChat.clicks(megan, approval, "request.approve", Map.of()).toString(),
            answer -> answer.contains("application/vnd.microsoft.card.adaptive"));
    request.awaitText("Running");
    cable.cut();
    await("no readiness").until(() -> readiness() == 503);
    simulated.advance(A_RESTORE);
    cable.mend();
    alexChat.awaitText("Contoso Dev is restored");
    meganChat.awaitText("Contoso Dev is restored");
    approvers.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  private int readiness() {
    return get("/actuator/health/readiness").statusCode();
  }

  private HttpResponse<String> get(String path) {
    URI address = holdfast.messages().resolve(path);
    return send(HttpRequest.newBuilder(address).build());
  }

  /** As Teams sends it, with whatever answer. */
  private HttpResponse<String> said(String text) {
    String activity = alexChat.saying(alex, text).toString();
    return teams.send(activity.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
