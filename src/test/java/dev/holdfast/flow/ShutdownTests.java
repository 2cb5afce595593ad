package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica is asked to end, as in a rollout, and another takes its place. */
@Tag("process")
@Tag("postgresql")
class ShutdownTests extends MainJob<SettableClock> {

  private static final Duration A_RESTORE = Duration.ofSeconds(3);
  private static final int TERMINATED = 143;

  @TempDir private Path directory;

  private final TestDatabase database = Databases.POSTGRESQL.fresh();
  private HoldfastProcess first;
  private HoldfastProcess second;

  ShutdownTests() {
    super(new SettableClock(Instant.now()));
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(super.settings());
    settings.putAll(database.properties());
    settings.put("holdfast.policy[0].safety-backup", "none");
    return settings;
  }

  @AfterEach
  void stop() {
    first.close();
    if (second != null) {
      second.close();
    }
  }

  @Test
  void whatIsInHandIsFinishedAndTheRestIsTakenOver() {
    first = start("first");
    install();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    approvers.awaitText("Alex Wilber");
    CountDownLatch answered = new CountDownLatch(1);
    int before = teams.calls().size();
    teams.holdsCallsUntil(answered);
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    await("a message on its way").until(() -> teams.calls().size() > before);

    first.terminate();
    await("the end is begun").until(() -> !listens(first));
    answered.countDown();
    assertThat(first.endsWithin(Duration.ofSeconds(30))).isTrue();
    assertThat(first.exitValue()).isEqualTo(TERMINATED);

    second = start("second");
    request.awaitText("Running");
    simulated.advance(A_RESTORE);
    alexChat.awaitText("Contoso Dev is restored");
    approvers.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    assertThat(second.printed()).doesNotContain("may have reached");
  }

  private static boolean listens(HoldfastProcess holdfast) {
    try (Socket socket = new Socket("127.0.0.1", holdfast.messages().getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private HoldfastProcess start(String name) {
    HoldfastProcess holdfast =
        HoldfastProcess.start(
            directory, directory.resolve(name + ".log"), simulator.baseUrl(), settings());
    teams.talksTo(holdfast.messages());
    return holdfast;
  }
}
