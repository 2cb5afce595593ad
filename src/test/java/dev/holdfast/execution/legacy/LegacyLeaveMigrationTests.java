package dev.holdfast.execution.legacy;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.ScriptedAdminApi.accepted;
import static dev.holdfast.testing.ScriptedAdminApi.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.execution.DriveBench;
import dev.holdfast.execution.LegacyLeaves;
import dev.holdfast.execution.RequestWorker;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.Workbench;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaving administration mode that was under way when it became a request of its own. */
@EachDatabase
class LegacyLeaveMigrationTests {

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final Databases database;
  private Workbench bench;

  LegacyLeaveMigrationTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = DriveBench.open(DriveBench.with(api, database, Map.of()));
    api.put(DEV.id(), DEV.displayName(), "Ready", "AdminMode", "Sandbox");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"ASKED,APPROVED", "STARTING,STARTING", "RUNNING,RUNNING", "VERIFYING,VERIFYING"})
  void aRequestGoesOnWhereTheWishWas(Phase phase, RequestState state) {
    RequestId parent = handOver(phase);
    Request other = other(parent);
    assertThat(other.state()).isEqualTo(state);
    assertThat(other.details().requester()).isEqualTo(MEGAN);
    assertThat(other.details().submission().at()).isEqualTo(NOW.minusSeconds(60));
    assertThat(other.details().followUpOf()).contains(parent);
    assertThat(other.mainStep().startCommittedAt().isPresent()).isEqualTo(phase != Phase.ASKED);
    other
        .mainStep()
        .startCommittedAt()
        .ifPresent(at -> assertThat(at).isEqualTo(NOW.minusSeconds(50)));
    assertThat(other.progress().flatMap(OperationProgress::operationId).isPresent())
        .isEqualTo(phase.compareTo(Phase.RUNNING) >= 0);
    assertThat(mode(parent).phase()).isEqualTo(Phase.ASKED);
    assertThat(mode(parent).leave().orElseThrow().by()).isEqualTo(MEGAN);
  }

  @Test
  void itIsAskedByWhoHadTheWishInAPlaceThatMayBeAnothers() {
    Request other = other(handOver(Phase.ASKED));
    assertThat(other.waitReason()).contains(Message.plain("It is busy."));
    assertThat(other.details().submission().origin().personal()).isFalse();
    assertThat(other.details().approvalTerms().approvers()).containsExactly(ADELE.id());
    assertThat(other.details().approvalTerms().approvals()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"ASKED", "STARTING", "RUNNING", "VERIFYING"})
  void itComesToItsEndAndCallsNoMoreThanNeeded(Phase phase) {
    RequestId parent = handOver(phase);
    api.starts(accepted()).polls(seen(State.SUCCEEDED, "Succeeded"));
    for (int i = 0; i < 3; i++) {
      run(parent);
    }
    api.put(DEV.id(), DEV.displayName(), "Ready", "Enabled", "Sandbox");
    api.background(DEV.id(), "Enabled");
    for (int i = 0; i < 3; i++) {
      run(parent);
    }
    assertThat(other(parent).state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(mode(parent).phase()).isEqualTo(Phase.LEFT);
    assertThat(mode(parent).backgroundOperationsOn()).contains(true);
    assertThat(api.modeChanges).hasSize(phase.compareTo(Phase.RUNNING) < 0 ? 1 : 0);
  }

  @Test
  void theTaskHandsItOverOnce() {
    RequestId parent = handOver(Phase.RUNNING);
    long version = request(parent).version();
    bench.get(LegacyLeaveMigration.class).handOver(parent);
    assertThat(request(parent).version()).isEqualTo(version);
    assertThat(bench.requests().recent(10)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"ON", "LEFT"})
  void whatIsOverStaysAsItIs(Phase phase) {
    RequestId parent = LegacyLeaves.store(bench, phase);
    long version = request(parent).version();
    bench.get(LegacyLeaveMigration.class).handOver(parent);
    assertThat(request(parent).version()).isEqualTo(version);
    assertThat(mode(parent).leave().orElseThrow().by()).isEqualTo(MEGAN);
    assertThat(bench.requests().recent(10)).extracting(Request::id).isEqualTo(List.of(parent));
  }

  private RequestId handOver(Phase phase) {
    RequestId parent = LegacyLeaves.store(bench, phase);
    bench.get(LegacyLeaveMigration.class).handOver(parent);
    return parent;
  }

  private void run(RequestId parent) {
    bench.get(RequestWorker.class).run(other(parent).id());
  }

  private Request other(RequestId parent) {
    return request(mode(parent).leave().orElseThrow().request().orElseThrow());
  }

  private TargetAdminMode mode(RequestId parent) {
    return request(parent).administrationMode().orElseThrow();
  }

  private Request request(RequestId id) {
    return bench.requests().find(id).orElseThrow();
  }
}
