package dev.holdfast.request.step;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import dev.holdfast.testing.MovedRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from the environments of an operation, unless its type says otherwise. */
class OperationSpecTest {

  private static final OperationSpec LEAVE = new LeaveAdminModeSpec(DEV, "R-1");

  @Test
  void dataLeavesTheSourceAndAnotherEnvironmentIsAffected() {
    assertThat(restore().source()).isEqualTo(UAT);
    assertThat(restore().affected()).isEqualTo(DEV);
    assertThat(restore().affectedUse().role()).isEqualTo(EnvironmentRole.OVERWRITTEN);
  }

  @Test
  void whereNoDataLeavesTheSourceIsWhatIsAffected() {
    assertThat(backup().source()).isEqualTo(UAT);
    assertThat(LEAVE.source()).isEqualTo(DEV);
    assertThat(backup().affected()).isEqualTo(UAT);
  }

  @Test
  void itOverwritesOrOpensByTheRolesOfItsEnvironments() {
    assertThat(restore().overwrites()).isTrue();
    assertThat(restore().setsState()).isFalse();
    assertThat(backup().overwrites()).isFalse();
    assertThat(LEAVE.setsState()).isTrue();
    assertThat(LEAVE.overwrites()).isFalse();
  }

  @Test
  void withoutAWordOfItsTypeItIsAskedForByAFormAndDoneInOneStep() {
    OperationSpec plain = new Plain();
    assertThat(plain.source()).isEqualTo(DEV);
    assertThat(plain.affected()).isEqualTo(UAT);
    assertThat(plain.followUpOf()).isEmpty();
    assertThat(plain.needsApproval()).isTrue();
    assertThat(plain.backsUpFirst()).isFalse();
    assertThat(plain.newName()).isEmpty();
    assertThat(plain.stepsBefore("R-1")).isEmpty();
    assertThat(plain.marker()).isEmpty();
  }

  @Test
  void aStepIsDoneOnceWhatItMadeCanBeUsed() {
    CreatedBackup created =
        new CreatedBackup("b", NOW, NOW.plusSeconds(10), NOW.plusSeconds(60), true);
    StepRun taken = StepRun.pending(StepRole.BEFORE, backup()).in(StepState.SUCCEEDED);
    assertThat(taken.isDoneAt(NOW)).isTrue();
    assertThat(taken.with(created).isDoneAt(NOW.plusSeconds(9))).isFalse();
    assertThat(taken.with(created).isDoneAt(NOW.plusSeconds(10))).isTrue();
    assertThat(taken.in(StepState.VERIFYING).isDoneAt(NOW)).isFalse();
  }

  @Test
  void theAdminApiMayBeAtWorkOnAStepInTheseStatesAlone() {
    assertThat(StepState.values())
        .filteredOn(state -> StepRun.pending(StepRole.MAIN, backup()).in(state).isExecuting())
        .containsExactly(StepState.STARTING, StepState.RUNNING, StepState.VERIFYING);
  }

  @Test
  void onlyAStepBeforeAnotherIsASafetyBackup() {
    StepRun begun =
        StepRun.pending(StepRole.BEFORE, backup()).with(StepStart.first(MovedRequests.LATER));
    assertThat(SafetyBackup.of(begun))
        .hasValueSatisfying(
            backup -> assertThat(backup.firstCommittedAt()).isEqualTo(MovedRequests.LATER));
    assertThat(SafetyBackup.of(begun.reset())).isEmpty();
    StepRun main = StepRun.pending(StepRole.MAIN, backup()).with(StepStart.first(NOW));
    assertThat(SafetyBackup.of(main)).isEmpty();
  }

  private static final class Plain implements OperationSpec {

    @Override
    public String kind() {
      return "plain";
    }

    @Override
    public List<EnvironmentUse> environments() {
      return List.of(
          new EnvironmentUse(UAT, EnvironmentRole.HELD),
          new EnvironmentUse(DEV, EnvironmentRole.DATA_LEAVES));
    }

    @Override
    public List<String> digestParts() {
      return List.of("plain");
    }

    @Override
    public OperationFacts facts() {
      return OperationFacts.of(Map.of());
    }
  }
}
