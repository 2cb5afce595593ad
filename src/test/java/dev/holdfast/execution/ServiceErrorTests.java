package dev.holdfast.execution;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.failed;
import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.listed;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static dev.holdfast.testing.ScriptedFinOps.error;
import static dev.holdfast.testing.ScriptedFinOps.none;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.diagnosis.RequestErrors;
import dev.holdfast.request.verification.ServiceError;
import dev.holdfast.request.verification.ServiceErrors;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.ScriptedFinOps;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After every failure and every doubtful end it is read what the service says went wrong. */
@EachDatabase
class ServiceErrorTests {

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final ScriptedFinOps finOps = new ScriptedFinOps();
  private final Databases database;
  private Workbench bench;

  ServiceErrorTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = DriveBench.open(DriveBench.with(api, finOps, database, Map.of()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theErrorsOfTheAppsAreKeptWithAFailedRequestAndInTheAuditLog() {
    says(error("DataSyncFailed", "The sync didn't end.", NOW));
    RequestId id = ends(failed(Optional.of(new Fault("RestoreFailed", "locked"))));
    assertThat(request(id).state()).isEqualTo(RequestState.FAILED);
    assertThat(words(id))
        .containsExactly("DataSyncFailed: The sync didn't end. (Restore, SyncDatabase)");
    assertThat(finOps.askedSince).isEqualTo(NOW.minus(Duration.ofMinutes(2)));
    assertThat(audited()).containsExactly(words(id).get(0));
  }

  @Test
  void whatTheOperationItselfSaysOnlyLaterIsReadAgain() {
    api.operations.add(
        listed(
            "op-1",
            "Restore",
            NOW,
            "ServicePrincipal",
            State.FAILED,
            "Failed",
            Optional.of(new Fault("InsufficientCapacity_StorageDriven", "too little"))));
    RequestId id = ends(failed(Optional.empty()));
    assertThat(words(id))
        .containsExactly("InsufficientCapacity_StorageDriven: too little (Restore)");
  }

  /** The other admin API may list it under another ID. */
  @Test
  void theOperationIsReadAgainWhereItWasOrdered() {
    api.takesOrders = Optional.of(AdminApiFlavor.PPAPI);
    api.starts(accepted()).polls(failed(Optional.empty()));
    RequestId id = bench.approved(restore());
    step(id);
    api.askedThrough.clear();
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.FAILED);
    assertThat(api.askedThrough).isNotEmpty().containsOnly(Optional.of(AdminApiFlavor.PPAPI));
  }

  @Test
  void whatItsEndSaysIsNotSaidTwice() {
    Optional<Fault> fault = Optional.of(new Fault("RestoreFailed", "locked"));
    RequestId id = ends(failed(fault));
    api.operations.add(
        listed("op-1", "Restore", NOW, "ServicePrincipal", State.FAILED, "Failed", fault));
    assertThat(request(id).completed().serviceErrors()).isEmpty();
    assertThat(audited()).isEmpty();
  }

  /** The third in the order of truth, and it's said where it's from. */
  @Test
  void whatTheHistoryListsComesLast() {
    says(error("DataSyncFailed", "The sync didn't end.", NOW));
    finOps.history =
        new FinOpsAnswer.Known<>(
            List.of(
                new FinOpsHistoryEntry("Sync", "Failed", Optional.of(NOW), Optional.of(NOW)),
                new FinOpsHistoryEntry("Restore", "", Optional.of(NOW), Optional.empty())));
    RequestId id = ends(failed(Optional.of(new Fault("RestoreFailed", "locked"))));
    assertThat(words(id))
        .containsExactly(
            "DataSyncFailed: The sync didn't end. (Restore, SyncDatabase)",
            "(Restore)",
            "Failed (Sync)");
    assertThat(request(id).completed().serviceErrors().orElseThrow().errors())
        .extracting(ServiceError::source)
        .containsExactly(
            ServiceError.Source.OPERATION_ERRORS,
            ServiceError.Source.OPERATION_HISTORY,
            ServiceError.Source.OPERATION_HISTORY);
    assertThat(RequestErrors.of(request(id)))
        .extracting(ServiceError::words)
        .containsExactly(
            "DataSyncFailed: The sync didn't end. (Restore, SyncDatabase)",
            "Failed (Sync)",
            "(Restore)");
  }

  @Test
  void aHistoryThatCannotBeReadKeepsNothingFromBeingTold() {
    says(error("DataSyncFailed", "no", NOW));
    finOps.history = none(Reason.UNREACHABLE);
    RequestId id = ends(failed(Optional.empty()));
    assertThat(words(id)).hasSize(1);
    assertThat(step(id)).isEmpty();
  }

  /** Where the outcome is unknown, it would look like a success. */
  @ParameterizedTest
  @ValueSource(strings = {"Succeeded", "succeeded", "Completed"})
  void whatTheHistorySaysWentWellIsNoneOfThem(String status) {
    finOps.history =
        new FinOpsAnswer.Known<>(
            List.of(
                new FinOpsHistoryEntry("Restore", status, Optional.of(NOW), Optional.of(NOW)),
                new FinOpsHistoryEntry("Sync", "Stopped", Optional.of(NOW), Optional.of(NOW))));
    assertThat(words(ends(failed(Optional.empty())))).containsExactly("Stopped (Sync)");
  }

  @Test
  void ofALongHistoryTheNewestRowsAreKept() {
    finOps.history =
        new FinOpsAnswer.Known<>(
            IntStream.range(0, 9)
                .mapToObj(
                    i ->
                        new FinOpsHistoryEntry(
                            "Sync " + i, "Failed", Optional.of(NOW), Optional.empty()))
                .toList());
    assertThat(words(ends(failed(Optional.empty()))))
        .hasSize(5)
        .startsWith("Failed (Sync 4)")
        .endsWith("Failed (Sync 0)");
  }

  @Test
  void whileTheyCannotBeReadTheyAreAskedForAgain() {
    finOps.errors = none(Reason.UNREACHABLE);
    RequestId id = ends(failed(Optional.empty()));
    assertThat(step(id)).contains(Duration.ofSeconds(30));
    says(error("DataSyncFailed", "no", NOW));
    assertThat(step(id)).isEmpty();
    assertThat(words(id)).hasSize(1);
    assertThat(step(id)).isEmpty();
    assertThat(audited()).hasSize(1);
  }

  @Test
  void afterALongSilenceItIsLeft() {
    finOps.errors = none(Reason.UNREACHABLE);
    RequestId id = ends(failed(Optional.empty()));
    bench.clock.advance(Duration.ofHours(2).plusSeconds(1));
    assertThat(step(id)).isEmpty();
    assertThat(request(id).completed().serviceErrors()).isEmpty();
  }

  @Test
  void whatIsRefusedIsNoReasonToAskAgain() {
    finOps.errors = none(Reason.REFUSED);
    RequestId id = ends(failed(Optional.empty()));
    assertThat(step(id)).isEmpty();
  }

  @Test
  void aDoubtfulEndIsReadToo() {
    says(error("DataSyncFailed", "no", NOW));
    RequestId id = ends(seen(State.ENDED, "Cancelled"));
    assertThat(request(id).state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(words(id)).hasSize(1);
  }

  @Test
  void whatTheServiceRefusedToStartHasNoErrorsOfItsOwn() {
    says(error("DataSyncFailed", "of something else", NOW));
    api.starts(fails(Kind.NO_CAPACITY, "too little"));
    RequestId id = bench.approved(restore());
    step(id);
    assertThat(request(id).state()).isEqualTo(RequestState.FAILED);
    assertThat(request(id).completed().serviceErrors()).isEmpty();
  }

  @Test
  void noMoreIsKeptThanACardCanCarry() {
    finOps.errors =
        new FinOpsAnswer.Known<>(
            IntStream.range(0, 50)
                .mapToObj(i -> error("Code" + i, "x".repeat(5000), NOW))
                .toList());
    RequestId id = ends(failed(Optional.empty()));
    List<ServiceError> kept = request(id).completed().serviceErrors().orElseThrow().errors();
    assertThat(kept).hasSize(20);
    assertThat(kept.get(19).code()).isEqualTo("Code49");
    assertThat(kept.get(19).message()).hasSize(1000).endsWith("…");
  }

  @Test
  void theErrorsAtTheTimeWhenItIsToldLateAreKept() {
    says(error("DataSyncFailed", "no", NOW));
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
    step(id);
    step(id);
    assertThat(request(id).completed().finOps().isLate()).isTrue();
    assertThat(words(id)).hasSize(1);
  }

  private void says(FinOpsError error) {
    finOps.errors = new FinOpsAnswer.Known<>(List.of(error));
  }

  /** Until nothing is to be done any more, or the service is to be asked again. */
  private RequestId ends(Supplier<PollResult> poll) {
    api.starts(accepted()).polls(poll);
    RequestId id = bench.approved(restore());
    step(id);
    step(id);
    return id;
  }

  private Optional<Duration> step(RequestId id) {
    return bench.get(RequestWorker.class).run(id);
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }

  private List<String> words(RequestId id) {
    return request(id)
        .completed()
        .serviceErrors()
        .map(ServiceErrors::errors)
        .orElse(List.of())
        .stream()
        .map(ServiceError::words)
        .toList();
  }

  private List<String> audited() {
    return bench
        .get(JdbcClient.class)
        .sql("select words from audit where what = 'SERVICE_ERRORS_READ'")
        .query(String.class)
        .list();
  }
}
