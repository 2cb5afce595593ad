package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.ApprovalRevalidator;
import dev.holdfast.request.followup.Revalidation;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits in line says so, keeps its approval for its turn, and is not forgotten there. */
class QueueHandlerTests {

  private static final Duration LINE_WITHIN = Duration.ofDays(7);
  private static final Duration START_WITHIN = Duration.ofHours(24);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Optional<Message> objection = Optional.empty();
  private Workbench bench;

  @BeforeEach
  void open() {
    bench =
        DriveBench.open(
            DriveBench.with(api, Databases.H2, Map.of())
                .with(
                    ApprovalRevalidator.class,
                    (request, asRead) ->
                        objection
                            .<Revalidation>map(Revalidation.Denied::new)
                            .orElseGet(Revalidation.Holds::new)));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void itSaysForWhomItWaitsAtWhichPlaceAndUntilWhen() {
    RequestId first = running();
    RequestId second = approved();
    RequestId third = approved();
    step(second);
    step(third);
    assertThat(request(second).waitReason().map(StoredMessage::english))
        .contains(
            "Waiting for %s, which is running on Contoso Dev. It waits until 2026-11-27T10:00:00Z at the latest."
                .formatted(first));
    assertThat(request(third).waitReason().map(StoredMessage::english))
        .contains(
            "Waiting for %s, which is running on Contoso Dev. Before it in the queue: %s. Its position: 2. It waits until 2026-11-27T10:00:00Z at the latest."
                .formatted(first, second));
  }

  @Test
  void theOneThatWasAskedForFirstGoesFirst() {
    RequestId first = running();
    RequestId second = approved();
    RequestId third = approved();
    step(third);
    end(first);
    step(third);
    assertThat(request(third).waitReason().map(StoredMessage::english).orElseThrow())
        .startsWith("Waiting for " + second + ", which goes first.");
    api.starts(accepted());
    step(second);
    assertThat(request(second).state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void inLineTheServiceIsNotAsked() {
    running();
    RequestId second = approved();
    api.down(Optional.of(ScriptedAdminApi.failure(Kind.UNAVAILABLE, "down")));
    step(second);
    assertThat(request(second).waitReason().map(StoredMessage::english).orElseThrow())
        .startsWith("Waiting for");
  }

  @Test
  void aLongRestoreBeforeItDoesNotCostItsTimeToStart() {
    RequestId first = running();
    RequestId second = approved();
    step(second);
    bench.clock.advance(START_WITHIN.multipliedBy(3));
    assertThat(step(second)).contains(Duration.ofSeconds(30));
    end(first);
    api.starts(accepted());
    step(second);
    assertThat(request(second).state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void whenItsTurnHasComeItHasItsTimeToStartAndNoMore() {
    RequestId first = running();
    RequestId second = approved();
    step(second);
    bench.clock.advance(START_WITHIN.multipliedBy(2));
    end(first);
    api.put("env-dev", "Contoso Dev", "Running", "Enabled", "Sandbox");
    assertThat(step(second)).isPresent();
    bench.clock.advance(START_WITHIN.minusSeconds(1));
    assertThat(step(second)).isPresent();
    bench.clock.advance(Duration.ofSeconds(2));
    assertThat(step(second)).isEmpty();
    assertThat(request(second).state()).isEqualTo(RequestState.VOIDED);
  }

  @Test
  void nobodyWaitsInLineForEver() {
    RequestId first = running();
    RequestId second = approved();
    step(second);
    bench.clock.advance(LINE_WITHIN.plusSeconds(1));
    assertThat(step(second)).isEmpty();
    assertThat(StoredMessage.english(request(second).outcome().orElseThrow().message()))
        .isEqualTo(
            "It waited in the queue for too long. Waiting for %s, which is running on Contoso Dev."
                .formatted(first));
  }

  @Test
  void whatThePolicyNoLongerAllowsIsNotDoneWhenItsTurnComes() {
    RequestId first = running();
    RequestId second = approved();
    step(second);
    end(first);
    objection = Optional.of(Message.plain("The policy no longer lets Megan Bowen approve."));
    int before = api.restores.size();
    assertThat(step(second)).isEmpty();
    assertThat(request(second).state()).isEqualTo(RequestState.VOIDED);
    assertThat(StoredMessage.english(request(second).outcome().orElseThrow().message()))
        .contains("no longer lets Megan");
    assertThat(api.restores).hasSize(before);
  }

  private RequestId running() {
    RequestId first = approved();
    api.starts(accepted());
    step(first);
    assertThat(request(first).state()).isEqualTo(RequestState.RUNNING);
    return first;
  }

  private void end(RequestId id) {
    api.polls(seen(AdminOperation.State.SUCCEEDED, "Succeeded"));
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(id);
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.SUCCEEDED);
  }

  private RequestId approved() {
    RequestId id = bench.requests().nextId();
    Request request = bench.add(Request.submit(id, details(restore(), 1, "draft-" + id)));
    bench.change(
        request, r -> r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
    return id;
  }

  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id);
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }
}
