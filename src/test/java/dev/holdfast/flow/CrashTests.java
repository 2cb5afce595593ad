package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.HoldfastProcess;
import dev.holdfast.testing.Relay;
import dev.holdfast.testing.SettableClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, with Holdfast killed on the way and started again on the same database. The admin
 * API's clock is in the test's hands: a restore runs until the test lets it end.
 */
class CrashTests extends MainJob<SettableClock> {

  private static final Duration A_RESTORE = Duration.ofSeconds(3);

  @TempDir private Path directory;

  @RegisterExtension
  private final AfterTestExecutionCallback printedOnFailure =
      test -> test.getExecutionException().ifPresent(e -> System.err.println(printed()));

  private final Relay line = Relay.to(simulator.baseUrl());
  private final Map<String, Object> settings = new LinkedHashMap<>(settings());
  private final List<HoldfastProcess> lives = new ArrayList<>();

  CrashTests() {
    super(new SettableClock(Instant.now()));
  }

  @AfterEach
  void stop() {
    lives.forEach(HoldfastProcess::close);
    line.close();
  }

  @Test
  void beforeTheApprovalCardsAndWhileTheRestoreRuns() {
    startForTheFirstTime();
    FakeMessage request = reviewRestore("Contoso UAT", "Contoso Dev");
    CountDownLatch dead = new CountDownLatch(1);
    teams.losesCallsUntil(dead);
    alexChat.clicks(alex, request, "restore.submit", Map.of("confirm", "Contoso Dev"));
    await("a call on the dead line").until(() -> callsTo(approvers) > 0 && callsTo(meganChat) > 0);
    kill();
    dead.countDown();
    startAgain();
    approvers.awaitText("Alex Wilber");
    approve(meganChat);
    request.awaitText("Running");
    kill();
    startAgain();
    simulated.advance(A_RESTORE);
    isRestoredByOneCall(request, "Contoso Dev");
  }

  @Test
  void beforeTheClickOnTheApprovalCardAndRightAfterIt() {
    startForTheFirstTime();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    approvers.awaitText("Alex Wilber");
    kill();
    startAgain();
    line.stops(Relay.Way.TO_THE_SERVER, "/");
    approve(approvers);
    line.awaitStopped();
    kill();
    startAgain();
    request.awaitText("Running");
    simulated.advance(A_RESTORE);
    isRestoredByOneCall(request, "Contoso Dev");
  }

  @Test
  void betweenTheIntentAndTheCall() {
    startForTheFirstTime();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    line.stops(Relay.Way.TO_THE_SERVER, "/restoreTo");
    approve(meganChat);
    line.awaitStopped();
    kill();
    assertThat(restoreCalls()).isZero();
    settings.put("holdfast.execution.listing-grace", "1s");
    startAgain();
    request.awaitText("Running");
    simulated.advance(A_RESTORE);
    isRestoredByOneCall(request, "Contoso Dev");
  }

  @Test
  void betweenTheServicesAcceptanceAndItsAnswerOnPostgres() {
    settings.putAll(Databases.POSTGRESQL.fresh().properties());
    startForTheFirstTime();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    line.stops(Relay.Way.BACK, "/restoreTo");
    approve(meganChat);
    line.awaitStopped();
    kill();
    assertThat(restoreCalls()).isEqualTo(1);
    startAgain();
    request.awaitText("Running");
    simulated.advance(A_RESTORE);
    isRestoredByOneCall(request, "Contoso Dev");
  }

  /** Contoso Cutoff loses the answer anyway, and lists its operations late. */
  @Test
  void betweenAnAcceptanceAndItsAnswerWithAnOperationThatIsListedLate() {
    startForTheFirstTime();
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Cutoff");
    line.stops(Relay.Way.BACK, "/restoreTo");
    approve(meganChat);
    line.awaitStopped();
    kill();
    startAgain();
    request.awaitText("Holdfast looks for the operation");
    simulated.advance(A_RESTORE);
    isRestoredByOneCall(request, "Contoso Cutoff");
  }

  private void startForTheFirstTime() {
    startAgain();
    install();
  }

  private void startAgain() {
    Path log = directory.resolve("holdfast-" + (lives.size() + 1) + ".log");
    HoldfastProcess holdfast = HoldfastProcess.start(directory, log, line.address(), settings);
    lives.add(holdfast);
    teams.talksTo(holdfast.messages());
  }

  private void kill() {
    lives.get(lives.size() - 1).kill();
    line.passesAgain();
  }

  private void approve(FakeConversation where) {
    FakeMessage approval = where.awaitText("Alex Wilber");
    where.clicks(megan, approval, "request.approve", Map.of());
  }

  private void isRestoredByOneCall(FakeMessage request, String target) {
    for (FakeConversation place : List.of(alexChat, meganChat, approvers)) {
      place.awaitText(target + " is restored");
    }
    request.awaitText("Succeeded");
    for (FakeConversation place : List.of(meganChat, approvers)) {
      place.awaitMessage("the approval card has come to its end", CrashTests::isEndedApproval);
    }
    assertThat(restoreCalls()).isEqualTo(1);
  }

  private static boolean isEndedApproval(FakeMessage message) {
    return message.text().contains("R-1001") && message.text().contains("Succeeded");
  }

  private long callsTo(FakeConversation conversation) {
    return teams.calls().stream()
        .map(call -> URLDecoder.decode(call.path(), StandardCharsets.UTF_8))
        .filter(path -> path.contains(conversation.id()))
        .count();
  }

  private String printed() {
    StringBuilder all = new StringBuilder();
    for (HoldfastProcess life : lives) {
      all.append("Holdfast, life ").append(lives.indexOf(life) + 1).append(":\n");
      all.append(life.printed());
    }
    return all.toString();
  }
}
