package dev.holdfast.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.simulator.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each fault does what its order says. */
class InjectedFaultTests {

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  private OperationLocator restoreOnto(String target) {
    return tenant.api.restore(tenant.restore("Contoso UAT", target)).operation().orElseThrow();
  }

  private OperationLocator faulty(String faults) {
    tenant.faults("Contoso Dev", faults);
    return restoreOnto("Contoso Dev");
  }

  private AdminOperation look(OperationLocator ref) {
    return ((PollResult.Seen) tenant.api.poll(ref)).operation();
  }

  private AdminApiException failure(Runnable call) {
    return catchThrowableOfType(AdminApiException.class, call::run);
  }

  @Test
  void aRestoreFailsWithWords() {
    OperationLocator ref = restoreOnto("Contoso Broken");
    tenant.clock.advance(Duration.ofHours(1));
    assertThat(look(ref).state()).isEqualTo(State.RUNNING);
    tenant.clock.advance(Duration.ofHours(1));
    AdminOperation failed = look(ref);
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.error())
        .hasValueSatisfying(
            error -> {
              assertThat(error.code()).isEqualTo("RestoreFailed_FinOpsDatabase");
              assertThat(error.message()).contains("could not be restored");
            });
    assertThat(failed.stages())
        .extracting(stage -> stage.name() + " " + stage.state())
        .containsExactly("Validate SUCCEEDED", "Prepare SUCCEEDED", "Run FAILED");
    assertThat(tenant.named("Contoso Broken").inAdministrationMode()).isFalse();
    assertThat(tenant.named("Contoso Broken").managementState()).contains("Ready");
  }

  @Test
  void aRestoreIsSaidToSucceedAndChangesNothing() {
    Environment before = tenant.named("Contoso Unchanged");
    OperationLocator ref = restoreOnto("Contoso Unchanged");
    tenant.clock.advance(Duration.ofHours(2));
    assertThat(look(ref).state()).isEqualTo(State.SUCCEEDED);
    Environment after = tenant.named("Contoso Unchanged");
    assertThat(after.inAdministrationMode()).isFalse();
    assertThat(after.modifiedAt()).isEqualTo(before.modifiedAt());
  }

  @Test
  void anOperationEndsInAStateThatNobodyHasHeardOf() {
    OperationLocator ref = faulty("[{\"kind\":\"odd-ending\"}]");
    tenant.clock.advance(Duration.ofHours(2));
    assertThat(look(ref).stateWord()).isEqualTo("Cancelled");
    assertThat(look(ref).state()).isEqualTo(State.ENDED);
  }

  @Test
  void aRestoreFailsWithoutWords() {
    OperationLocator ref = restoreOnto("Contoso Silent");
    tenant.clock.advance(Duration.ofHours(2));
    assertThat(look(ref).state()).isEqualTo(State.FAILED);
    assertThat(look(ref).error()).isEmpty();
  }

  @Test
  void looksAreAnsweredWith500AndThenTheTruth() {
    OperationLocator ref = faulty("[{\"kind\":\"poll-500\",\"times\":4}]");
    // the client tries three times before it gives up
    assertThat(failure(() -> tenant.api.poll(ref)).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(look(ref).state()).isEqualTo(State.NOT_STARTED);
  }

  @Test
  void looksAreThrottled() {
    OperationLocator ref = faulty("[{\"kind\":\"poll-429\",\"times\":1,\"retryAfter\":7}]");
    AdminApiException e = failure(() -> tenant.api.poll(ref));
    assertThat(e.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(e.answer().retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(look(ref).state()).isEqualTo(State.NOT_STARTED);
  }

  @Test
  void looksShowNothing() {
    OperationLocator ref =
        faulty("[{\"kind\":\"poll-empty\",\"times\":1},{\"kind\":\"poll-404\",\"times\":1}]");
    assertThat(tenant.api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
    assertThat(tenant.api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
    assertThat(look(ref).state()).isEqualTo(State.NOT_STARTED);
  }

  @Test
  void aStateThatNobodyHasHeardOfPasses() {
    OperationLocator ref = faulty("[{\"kind\":\"unknown-state\"}]");
    tenant.clock.advance(Duration.ofMinutes(30));
    assertThat(look(ref).state()).isEqualTo(State.UNKNOWN);
    assertThat(look(ref).stateWord()).isEqualTo("Replicating");
    tenant.clock.advance(Duration.ofMinutes(60));
    assertThat(look(ref).state()).isEqualTo(State.RUNNING);
  }

  @Test
  void theEnvironmentIsReadyLate() {
    OperationLocator ref = faulty("[{\"kind\":\"late-ready\"}]");
    tenant.clock.advance(Duration.ofHours(2));
    assertThat(look(ref).state()).isEqualTo(State.SUCCEEDED);
    assertThat(tenant.named("Contoso Dev").managementState()).contains("Running");
    tenant.clock.advance(Duration.ofMinutes(30));
    assertThat(tenant.named("Contoso Dev").managementState()).contains("Ready");
  }

  @Test
  void theAnswerIsLostAfterTheOrderWasTakenAndTheOperationListedLate() {
    String cutoff = tenant.named("Contoso Cutoff").id();
    AdminApiException e = failure(() -> restoreOnto("Contoso Cutoff"));
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.refused()).isFalse();
    assertThat(tenant.api.operations(cutoff)).isEmpty();
    tenant.clock.advance(Duration.ofMinutes(30));
    assertThat(tenant.api.operations(cutoff)).hasSize(1);
    assertThat(look(tenant.api.operations(cutoff).get(0).ref()).state()).isEqualTo(State.RUNNING);
    assertThat(tenant.orders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.path("accepted").asBoolean()).isTrue();
              assertThat(order.path("answered").asBoolean()).isFalse();
            });
  }

  @Test
  void anOrderIsNotTaken() {
    tenant.faults(
        "Contoso Dev",
        "[{\"kind\":\"order-500\",\"times\":1},{\"kind\":\"order-429\",\"times\":1}]");
    String dev = tenant.named("Contoso Dev").id();
    assertThat(failure(() -> restoreOnto("Contoso Dev")).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure(() -> tenant.api.createBackup(new BackupOrder(dev, "a", ""))).kind())
        .isEqualTo(Kind.THROTTLED);
    assertThat(tenant.api.operations(dev)).isEmpty();
    assertThat(restoreOnto("Contoso Dev")).isNotNull();
  }

  @Test
  void faultsCanBeOrderedForWhatRunsAlready() {
    OperationLocator ref = restoreOnto("Contoso Dev");
    tenant.faults("Contoso Dev", "[{\"kind\":\"poll-empty\",\"times\":1}]");
    assertThat(tenant.api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
    tenant.faults("Contoso Dev", "[]");
    assertThat(tenant.api.poll(ref)).isInstanceOf(PollResult.Seen.class);
  }
}
