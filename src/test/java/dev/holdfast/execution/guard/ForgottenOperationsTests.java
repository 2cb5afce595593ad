package dev.holdfast.execution.guard;

import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.execution.DriveBench;
import dev.holdfast.execution.RequestWorker;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An approved request meets what its database knows nothing of. */
@EachDatabase
class ForgottenOperationsTests {

  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  @Parameter Databases database;
  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private Workbench bench;
  private RequestId id;

  @BeforeEach
  void open() {
    bench = DriveBench.open(DriveBench.with(api, database, Map.of()));
    id = bench.approved(restore());
    bench.clock.advance(Duration.ofHours(2));
    api.starts(accepted());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatWeStartedAfterTheSubmissionStopsTheRequestWithItsId() {
    api.operations.add(operation("op-7", "Restore", LATER, ScriptedAdminApi.CALLER));

    step();

    assertThat(api.restores).isEmpty();
    assertThat(request().state()).isEqualTo(RequestState.VOIDED);
    assertThat(request().outcome().map(Outcome::message).orElseThrow())
        .isEqualTo(Message.of("start.forgotten", "operation", "op-7", "type", "Restore"));
  }

  @Test
  void whatRunsStopsItToo() {
    AdminOperation ended = operation("op-7", "Copy", LATER, ScriptedAdminApi.CALLER);
    api.operations.add(
        new AdminOperation(
            ended.ref(),
            ended.id(),
            ended.type(),
            ScriptedAdminApi.operation(AdminOperation.State.RUNNING, "Running", Optional.empty())
                .progress(),
            ended.createdAt(),
            ended.lastActionAt(),
            ended.requestedBy()));

    step();

    assertThat(request().state()).isEqualTo(RequestState.VOIDED);
  }

  @Test
  void whatNobodyIsNamedForMayBeOurs() {
    api.operations.add(operation("op-7", "Restore", LATER, ""));

    step();

    assertThat(request().state()).isEqualTo(RequestState.VOIDED);
  }

  @Test
  void whereTheOwnIdIsNotKnownAnyApplicationMayBeUs() {
    api.callerIds = Set.of();
    api.operations.add(operation("op-7", "Restore", LATER, "another-application"));

    step();

    assertThat(request().state()).isEqualTo(RequestState.VOIDED);
  }

  @Test
  void whatBeganBeforeTheSubmissionWasSeenByTheRequester() {
    api.operations.add(operation("op-7", "Restore", NOW.minusSeconds(1), ScriptedAdminApi.CALLER));

    assertIsCalled();
  }

  /** The check of another request's review, by the service itself. */
  @Test
  void whatOnlyCheckedAnOrderHasDoneNothing() {
    AdminOperation listed = operation("op-7", "Restore", LATER, ScriptedAdminApi.CALLER);
    for (String word : List.of("ValidationPassed", "ValidationFailed")) {
      api.operations.add(
          new AdminOperation(
              listed.ref(),
              word,
              listed.type(),
              new AdminOperation.Progress(
                  AdminOperation.State.FAILED, word, List.of(), Optional.empty()),
              listed.createdAt(),
              listed.lastActionAt(),
              listed.requestedBy()));
    }

    assertIsCalled();
  }

  @Test
  void whatOthersDoIsLeftToThePolicyAndTheReview() {
    api.operations.add(operation("op-7", "Restore", LATER, "another-application"));

    assertIsCalled();
  }

  @Test
  void whatOverwritesNothingAndIsNoPartOfTheRequestIsLeft() {
    api.operations.add(operation("op-7", "Edit", LATER, ScriptedAdminApi.CALLER));
    api.operations.add(operation("op-8", "Backup", LATER, ScriptedAdminApi.CALLER));

    assertIsCalled();
  }

  @Test
  void whatAStoredRequestStartedIsKnownByItsTime() {
    RequestId other = bench.approved(restore());
    Request started = bench.requests().find(other).orElseThrow();
    bench.change(
        started,
        r -> r.mainStep().commitStart(bench.clock.instant(), Set.of(), Optional.of("PPAPI")));
    bench.change(
        bench.requests().find(other).orElseThrow(),
        r ->
            r.mainStep()
                .fail(
                    new Outcome(
                        bench.clock.instant(),
                        Message.of("start.unclear", "reason", "x"),
                        Optional.empty(),
                        Optional.empty(),
                        false)));
    api.operations.add(
        operation(
            "listed-under-another-id",
            "Restore",
            bench.clock.instant().plusSeconds(30),
            ScriptedAdminApi.CALLER));
    bench.clock.advance(Duration.ofHours(1));

    assertIsCalled();
  }

  private void assertIsCalled() {
    step();
    assertThat(api.restores).hasSize(1);
    assertThat(request().state()).isEqualTo(RequestState.RUNNING);
  }

  private void step() {
    bench.get(RequestWorker.class).run(id);
  }

  private Request request() {
    return bench.requests().find(id).orElseThrow();
  }

  private static AdminOperation operation(String id, String type, Instant at, String by) {
    AdminOperation listed =
        ScriptedAdminApi.listed(
            id,
            type,
            at,
            "ServicePrincipal",
            AdminOperation.State.SUCCEEDED,
            "Succeeded",
            Optional.empty());
    return new AdminOperation(
        listed.ref(),
        id,
        type,
        listed.progress(),
        listed.createdAt(),
        listed.lastActionAt(),
        Optional.of(new Principal(by, "Somebody", "ServicePrincipal")));
  }
}
