package dev.holdfast.request.step;

import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static dev.holdfast.testing.Samples.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.operation.adminmode.LeaveAdminModeSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepTransitionTest {

  private static final Set<StepGuard> NO_CALL =
      EnumSet.of(StepGuard.SETS_STATE, StepGuard.NEEDS_NO_CALL);

  static Stream<StepTransition> rows() {
    return StepTransition.TABLE.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aStepMovesByEachRow(StepTransition row) {
    StepRun step =
        StepRun.pending(roleFor(row), NO_CALL.contains(row.guard()) ? opening() : backup())
            .in(row.from())
            .with(StepStart.first(NOW).nothingShown());
    assertThat(StepTransition.of(step, row.event())).contains(row);
  }

  private static StepRole roleFor(StepTransition row) {
    return row.guard() == StepGuard.BEFORE_ANOTHER ? StepRole.BEFORE : StepRole.MAIN;
  }

  @Test
  void whatHasNoRowIsRefused() {
    for (StepState state : StepState.values()) {
      for (StepEvent event : StepEvent.values()) {
        List<StepTransition> rows =
            rows().filter(row -> row.from() == state && row.event() == event).toList();
        assertThat(StepTransition.of(in(state, StepRole.BEFORE), event).isPresent())
            .as("%s in %s", event, state)
            .isEqualTo(
                rows.stream()
                    .map(StepTransition::guard)
                    .anyMatch(
                        guard -> guard == StepGuard.NONE || guard == StepGuard.BEFORE_ANOTHER));
        assertThat(rows).hasSizeLessThan(2);
      }
    }
  }

  @Test
  void aCallIsNotRepeatedBeforeTheServiceWasReadAndShowedNothingOfTheLast() {
    StepRun called = in(StepState.STARTING, StepRole.MAIN).with(StepStart.first(NOW));
    assertThat(StepTransition.of(called, StepEvent.START_REPEATED)).isEmpty();
    StepStart seen = called.start().orElseThrow().nothingShown();
    assertThat(StepTransition.of(called.with(seen), StepEvent.START_REPEATED)).isPresent();
    StepRun again = called.with(seen.again(NOW.plusSeconds(1)));
    assertThat(StepTransition.of(again, StepEvent.START_REPEATED)).isEmpty();
  }

  @Test
  void theMainStepIsNeverTakenAgainAfterItSucceeded() {
    assertThat(
            StepTransition.of(
                in(StepState.SUCCEEDED, StepRole.MAIN), StepEvent.RESOLVED_NOT_STARTED))
        .isEmpty();
  }

  /** Its runs call. */
  @Test
  void aSeriesIsDoneWithoutACall() {
    StepRun step = StepRun.pending(StepRole.MAIN, series());
    assertThat(StepTransition.of(step, StepEvent.VERIFIED)).isPresent();
    assertThat(StepTransition.of(step, StepEvent.FAILED)).isEmpty();
  }

  /** What changes data never ends before it was called. */
  @Test
  void onlyLeavingAdministrationModeEndsWithoutACall() {
    for (StepEvent event : List.of(StepEvent.VERIFIED, StepEvent.FAILED)) {
      StepRun opening = StepRun.pending(StepRole.MAIN, opening());
      assertThat(StepTransition.of(opening, event)).isPresent();
      for (OperationSpec other : List.of(backup(), restore())) {
        assertThat(StepTransition.of(StepRun.pending(StepRole.MAIN, other), event)).isEmpty();
      }
    }
  }

  private static OperationSpec opening() {
    return new LeaveAdminModeSpec(DEV, "R-1");
  }

  private static StepRun in(StepState state, StepRole role) {
    return StepRun.pending(role, backup()).in(state);
  }
}
