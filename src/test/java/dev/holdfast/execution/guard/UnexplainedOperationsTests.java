package dev.holdfast.execution.guard;

import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.AdminOperation.Stage;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.execution.DriveBench;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of the service's operations no stored request explains. */
class UnexplainedOperationsTests {

  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final Stage CHECK = stage("Validate", State.SUCCEEDED, "Succeeded");

  @AutoClose
  private final Workbench bench =
      DriveBench.open(DriveBench.with(new ScriptedAdminApi(), Databases.H2, Map.of()));

  private RequestId waiting;

  @BeforeEach
  void approve() {
    waiting = bench.approved(restore());
  }

  @Test
  void whatHasDoneItsWorkIsOneWhateverItsWord() {
    assertThat(unexplained(restoreOf(State.SUCCEEDED, "Succeeded"))).isTrue();
    assertThat(unexplained(restoreOf(State.FAILED, "Failed", CHECK))).isTrue();
    assertThat(
            unexplained(
                restoreOf(
                    State.FAILED,
                    "ValidationFailed",
                    CHECK,
                    stage("Run", State.SUCCEEDED, "Succeeded"))))
        .isTrue();
  }

  @Test
  void aCheckOfAnOrderIsNone() {
    assertThat(unexplained(restoreOf(State.FAILED, "ValidationFailed", CHECK))).isFalse();
    assertThat(unexplained(restoreOf(State.SUCCEEDED, "NoOperation"))).isFalse();
    assertThat(
            unexplained(
                restoreOf(
                    State.SUCCEEDED,
                    "ValidationPassed",
                    CHECK,
                    stage("Run", State.ENDED, "Skipped"))))
        .isFalse();
  }

  @Test
  void whatRunsIsOneOnceItWorks() {
    assertThat(unexplained(restoreOf(State.RUNNING, "Running", CHECK))).isFalse();
    Stage next = stage("Run", State.NOT_STARTED, "NotStarted");
    assertThat(unexplained(restoreOf(State.RUNNING, "Running", CHECK, next))).isFalse();
    Stage works = stage("Prepare", State.RUNNING, "Running");
    assertThat(unexplained(restoreOf(State.RUNNING, "Running", CHECK, works))).isTrue();
    assertThat(unexplained(restoreOf(State.RUNNING, "Running"))).as("without stages").isTrue();
  }

  @Test
  void onlyWhatWeAskedForIsOurs() {
    AdminOperation one = restoreOf(State.SUCCEEDED, "Succeeded");
    assertThat(unexplained(by(one, Optional.empty()))).isTrue();
    assertThat(unexplained(by(one, Optional.of(new Principal(" ", "", ""))))).isTrue();
    assertThat(unexplained(by(one, Optional.of(new Principal("P-1", "", "User"))))).isTrue();
    Optional<Principal> person = Optional.of(new Principal("p-2", "Megan", "User"));
    assertThat(unexplained(by(one, person))).isFalse();
    assertThat(among(by(one, person), Set.of())).isEmpty();
  }

  @Test
  void theIdOfAStoredCallExplainsItWheneverItBegan() {
    storedCall(Optional.empty(), Optional.of("op-7"));
    assertThat(unexplained(at(restoreOf(State.SUCCEEDED, "Succeeded"), LATER.plusSeconds(7200))))
        .isFalse();
  }

  @Test
  void soDoesItsAddress() {
    AdminOperation one = at(restoreOf(State.SUCCEEDED, "Succeeded"), LATER.plusSeconds(7200));
    storedCall(Optional.of(one.ref().statusUrl().toString()), Optional.empty());
    assertThat(unexplained(one)).isFalse();
  }

  @Test
  void aCallOfTheSameTypeExplainsWhatBeganWithIt() {
    AdminOperation one = restoreOf(State.SUCCEEDED, "Succeeded");
    Instant called = storedCall(Optional.of("http://elsewhere/op-1"), Optional.of("op-1"));
    assertThat(unexplained(at(one, called.minus(Duration.ofMinutes(1))))).isFalse();
    assertThat(unexplained(at(one, called.plus(Duration.ofMinutes(1))))).isFalse();
    assertThat(unexplained(at(one, called.minus(Duration.ofMinutes(3))))).isTrue();
    assertThat(unexplained(at(one, called.plus(Duration.ofHours(1))))).isTrue();
    assertThat(unexplained(typed(at(one, called), "Copy"))).isTrue();
  }

  /** A call an hour later, and what came of it; returns when it was made. */
  private Instant storedCall(Optional<String> address, Optional<String> operation) {
    bench.clock.advance(Duration.ofHours(1));
    RequestId other = bench.approved(restore());
    Instant called = bench.clock.instant();
    bench.change(
        stored(other), r -> r.mainStep().commitStart(called, Set.of(), Optional.of("PPAPI")));
    bench.change(
        stored(other),
        r ->
            r.mainStep()
                .accepted(
                    new OperationProgress(
                        address, operation, "Accepted", List.of(), called, called),
                    "",
                    called));
    bench.change(
        stored(other),
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        called,
                        Message.of("start.unclear", "reason", "x"),
                        Optional.empty(),
                        Optional.empty(),
                        true)));
    return called;
  }

  private boolean unexplained(AdminOperation operation) {
    return !among(operation, Set.of(ScriptedAdminApi.CALLER)).isEmpty();
  }

  private List<AdminOperation> among(AdminOperation operation, Set<String> callers) {
    return bench
        .get(ForgottenOperations.class)
        .among(List.of(operation), stored(waiting).mainStep(), callers);
  }

  private Request stored(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }

  private static Stage stage(String name, State state, String word) {
    return new Stage(name, state, word, Optional.empty(), Optional.empty());
  }

  private static AdminOperation restoreOf(State state, String word, Stage... stages) {
    AdminOperation listed =
        ScriptedAdminApi.listed(
            "op-7", "Restore", LATER, "ServicePrincipal", state, word, Optional.empty());
    return new AdminOperation(
        listed.ref(),
        listed.id(),
        listed.type(),
        new AdminOperation.Progress(state, word, List.of(stages), Optional.empty()),
        listed.createdAt(),
        listed.lastActionAt(),
        Optional.of(new Principal(ScriptedAdminApi.CALLER, "Holdfast", "ServicePrincipal")));
  }

  private static AdminOperation by(AdminOperation one, Optional<Principal> who) {
    return new AdminOperation(
        one.ref(), one.id(), one.type(), one.progress(), one.createdAt(), one.lastActionAt(), who);
  }

  private static AdminOperation at(AdminOperation one, Instant begun) {
    return new AdminOperation(
        one.ref(),
        one.id(),
        one.type(),
        one.progress(),
        Optional.of(begun),
        one.lastActionAt(),
        one.requestedBy());
  }

  private static AdminOperation typed(AdminOperation one, String type) {
    return new AdminOperation(
        one.ref(),
        one.id(),
        type,
        one.progress(),
        one.createdAt(),
        one.lastActionAt(),
        one.requestedBy());
  }
}
