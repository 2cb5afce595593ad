package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The database, or the time, goes away around the call. */
class LostDatabaseTests {

  private static final Duration GRACE = Duration.ofMinutes(5);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final Trouble trouble = new Trouble();
  private Workbench bench;
  private RequestId id;

  @BeforeEach
  void open() {
    bench =
        DriveBench.open(
            DriveBench.with(api, Databases.H2, Map.of("operation-listing-delay", GRACE))
                .onEvents(trouble::on));
    id = bench.requests().nextId();
    Request request = bench.add(Request.submit(id, details(restore(), 1)));
    bench.change(
        request, r -> r.approval().approve(MEGAN, "", r.details().digest(), bench.clock.instant()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whenTheIntentsCommitIsLostNothingIsCalledBeforeItWasReadAgain() {
    trouble.at(RequestEventType.STARTING, Trouble::lineIsCutAfterTheCommit);
    api.starts(accepted());
    assertThatThrownBy(this::step).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(api.restores).isEmpty();
    assertThat(state()).isEqualTo(RequestState.STARTING);
    step();
    assertThat(api.restores).isEmpty();
    bench.clock.advance(GRACE);
    step();
    assertThat(api.restores).hasSize(1);
    assertThat(state()).isEqualTo(RequestState.RUNNING);
  }

  @Test
  void whenTheIntentWasNotCommittedItIsMadeAnew() {
    trouble.at(RequestEventType.STARTING, Trouble::lineIsCut);
    api.starts(accepted());
    assertThatThrownBy(this::step).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(api.restores).isEmpty();
    assertThat(state()).isEqualTo(RequestState.APPROVED);
    step();
    assertThat(api.restores).hasSize(1);
  }

  @Test
  void whenTheAnswerCannotBeWrittenDownTheOperationIsFoundAgain() {
    trouble.at(RequestEventType.STARTED, Trouble::lineIsCut);
    api.starts(accepted());
    assertThatThrownBy(this::step).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(state()).isEqualTo(RequestState.STARTING);
    api.operations.add(
        listed(
            "op-1",
            "Restore",
            Samples.NOW,
            "ServicePrincipal",
            AdminOperation.State.RUNNING,
            "Running",
            Optional.empty()));
    step();
    assertThat(api.restores).hasSize(1);
    assertThat(state()).isEqualTo(RequestState.RUNNING);
  }

  /** Another replica may have taken it over meanwhile, and may be about to call. */
  @Test
  void whoStoodStillBetweenTheIntentAndTheCallLooksBeforeCalling() {
    trouble.at(RequestEventType.STARTING, () -> bench.clock.advance(GRACE));
    api.starts(accepted());
    assertThat(step()).contains(Duration.ZERO);
    assertThat(api.restores).isEmpty();
    assertThat(state()).isEqualTo(RequestState.STARTING);
    step();
    assertThat(api.restores).isEmpty();
    step();
    assertThat(api.restores).hasSize(1);
  }

  private Optional<Duration> step() {
    return bench.get(RequestWorker.class).run(id);
  }

  private RequestState state() {
    return bench.requests().find(id).orElseThrow().state();
  }

  /** What happens once, in the transaction of an event. */
  static class Trouble {

    private final Map<RequestEventType, Runnable> waiting = new ConcurrentHashMap<>();

    void at(RequestEventType what, Runnable trouble) {
      waiting.put(what, trouble);
    }

    void on(RequestEvent event) {
      Optional.ofNullable(waiting.remove(event.type())).ifPresent(Runnable::run);
    }

    static void lineIsCut() {
      throw new DataAccessResourceFailureException("The line is cut.");
    }

    static void lineIsCutAfterTheCommit() {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              lineIsCut();
            }
          });
    }
  }
}
