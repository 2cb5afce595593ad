package dev.holdfast.request.step;

import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is seen of an operation again and again, with what was seen before. */
class OperationProgressTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Instant SAID = NOW.plusSeconds(5);

  @Test
  void aWordIsSaidSinceItWasFirstSeen() {
    assertThat(seen("Running", LATER).mergedWith(seen("Running", NOW)).statusSince()).contains(NOW);
    assertThat(seen("Done", LATER).mergedWith(seen("Running", NOW)).statusSince()).contains(LATER);
  }

  /** What was stored before that was kept doesn't say since when. */
  @Test
  void aWordFromBeforeIsSaidSinceItWasSeenAgain() {
    OperationProgress before =
        new OperationProgress(
            Optional.empty(),
            Optional.of("op-1"),
            "Running",
            List.of(),
            NOW,
            NOW,
            Optional.empty(),
            false);
    assertThat(seen("Running", LATER).mergedWith(before).statusSince()).contains(LATER);
  }

  @Test
  void aReaderNoticesAnotherWordOrOperationOrStageAndNotTheTime() {
    OperationStage copy = new OperationStage("Copy", StageStatus.RUNNING, "Running");
    OperationStage check = new OperationStage("Check", StageStatus.WAITING, "NotStarted");
    OperationProgress before = seen("Running", NOW, copy, check);
    assertThat(seen("Running", LATER, copy, check).isSameAs(before)).isTrue();
    assertThat(seen("Done", NOW, copy, check).isSameAs(before)).isFalse();
    assertThat(seen("Running", NOW, copy).isSameAs(before)).isFalse();
    assertThat(before.isSameAs(seen("Running", NOW, copy))).isFalse();
    assertThat(seen("Running", NOW, check, copy).isSameAs(before)).isFalse();
    assertThat(
            new OperationProgress(
                    Optional.empty(), Optional.empty(), "Running", before.stages(), NOW, NOW)
                .isSameAs(before))
        .isFalse();
  }

  @Test
  void aReaderNoticesHowAStageStandsAndNotSinceWhen() {
    OperationStage stage = new OperationStage("Copy", StageStatus.RUNNING, "Running");
    assertThat(
            stage.isSameAs(
                new OperationStage(
                    "Copy", StageStatus.RUNNING, "Running", Optional.of(NOW), Optional.empty())))
        .isTrue();
    assertThat(stage.isSameAs(new OperationStage("Check", StageStatus.RUNNING, "Running")))
        .isFalse();
    assertThat(stage.isSameAs(new OperationStage("Copy", StageStatus.DONE, "Running"))).isFalse();
    assertThat(stage.isSameAs(new OperationStage("Copy", StageStatus.RUNNING, "Slow"))).isFalse();
  }

  @Test
  void aStageThatRunsBeganWhenItWasFirstSeenTo() {
    OperationStage first = stage(StageStatus.RUNNING).mergedWith(List.of(), NOW);
    assertThat(first.startedAt()).contains(NOW);
    assertThat(first.endedAt()).isEmpty();
    assertThat(stage(StageStatus.RUNNING).mergedWith(List.of(first), LATER).startedAt())
        .contains(NOW);
  }

  @Test
  void aStageThatWaitsHasNotBegun() {
    OperationStage waiting = stage(StageStatus.WAITING).mergedWith(List.of(), NOW);
    assertThat(waiting.startedAt()).isEmpty();
    assertThat(waiting.endedAt()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = StageStatus.class,
      names = {"DONE", "FAILED"})
  void aStageEndedWhenItWasFirstSeenTo(StageStatus end) {
    OperationStage running = stage(StageStatus.RUNNING).mergedWith(List.of(), NOW);
    OperationStage ended = stage(end).mergedWith(List.of(running), LATER);
    assertThat(ended.startedAt()).contains(NOW);
    assertThat(ended.endedAt()).contains(LATER);
    OperationStage again = stage(end).mergedWith(List.of(ended), LATER.plusSeconds(1));
    assertThat(again.endedAt()).contains(LATER);
  }

  /** Then it isn't known when it began: that isn't when it was seen to have ended. */
  @ParameterizedTest
  @EnumSource(
      value = StageStatus.class,
      names = {"DONE", "FAILED"})
  void ofAStageThatHadEndedBeforeItWasSeenNobodyKnowsWhenItBegan(StageStatus end) {
    OperationStage ended = stage(end).mergedWith(List.of(), LATER);
    assertThat(ended.startedAt()).isEmpty();
    assertThat(ended.endedAt()).contains(LATER);
    OperationStage waiting = stage(StageStatus.WAITING);
    assertThat(stage(end).mergedWith(List.of(waiting), LATER).startedAt()).contains(LATER);
  }

  @Test
  void whatTheServiceSaysOfItsTimesComesFirst() {
    OperationStage said =
        new OperationStage("Copy", StageStatus.DONE, "Done", Optional.of(SAID), Optional.of(SAID));
    OperationStage before =
        new OperationStage("Copy", StageStatus.DONE, "Done", Optional.of(NOW), Optional.of(NOW));
    OperationStage merged = said.mergedWith(List.of(before), LATER);
    assertThat(merged.startedAt()).contains(SAID);
    assertThat(merged.endedAt()).contains(SAID);
  }

  @Test
  void eachStageIsComparedWithTheOneOfItsName() {
    OperationStage other =
        new OperationStage("Check", StageStatus.DONE, "Done", Optional.of(SAID), Optional.of(SAID));
    OperationStage same =
        new OperationStage(
            "Copy", StageStatus.RUNNING, "Running", Optional.of(NOW), Optional.empty());
    OperationProgress merged =
        seen("Running", LATER, stage(StageStatus.RUNNING))
            .mergedWith(seen("Running", NOW, other, same));
    assertThat(merged.stages()).hasSize(1);
    assertThat(merged.stages().get(0).startedAt()).contains(NOW);
  }

  @Test
  void aWordThatHoldfastDoesNotKnowIsMarked() {
    assertThat(seen("Odd", NOW).unrecognized()).isFalse();
    assertThat(seen("Odd", NOW).withUnrecognizedStatus().unrecognized()).isTrue();
  }

  private static OperationStage stage(StageStatus status) {
    return new OperationStage("Copy", status, status.name());
  }

  private static OperationProgress seen(String word, Instant at, OperationStage... stages) {
    return new OperationProgress(
        Optional.empty(), Optional.of("op-1"), word, List.of(stages), NOW, at);
  }
}
