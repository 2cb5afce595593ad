package dev.holdfast.execution.poll;

import static dev.holdfast.testing.MovedRequests.running;
import static dev.holdfast.testing.MovedRequests.starting;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.AdminOperation.Stage;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.StageStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressMapperTest {

  private static final Instant LATER = NOW.plusSeconds(60);

  /** A word that isn't known counts as running: it's shown as it is and followed further. */
  @ParameterizedTest
  @CsvSource({
    "NOT_STARTED, WAITING, false",
    "RUNNING, RUNNING, false",
    "SUCCEEDED, DONE, true",
    "FAILED, FAILED, true",
    "ENDED, RUNNING, true",
    "UNKNOWN, RUNNING, false"
  })
  void aStageStandsAsTheServiceSaysAndHasAnEndOnceItIsOver(
      State state, StageStatus standing, boolean over) {
    OperationStage stage = ProgressMapper.of(operation(state), NOW, LATER).stages().get(0);
    assertThat(stage.status()).isEqualTo(standing);
    assertThat(stage.serviceStatus()).isEqualTo("Word");
    assertThat(stage.startedAt()).contains(NOW);
    assertThat(stage.endedAt()).isEqualTo(over ? Optional.of(LATER) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"RUNNING, false", "UNKNOWN, true", "ENDED, false"})
  void onlyAWordThatIsNotKnownIsMarked(State state, boolean unrecognized) {
    assertThat(ProgressMapper.of(operation(state), NOW, LATER).unrecognized())
        .isEqualTo(unrecognized);
  }

  @Test
  void aCandidateHasWhatAPersonKnowsItBy() {
    assertThat(ProgressMapper.candidate(operation(State.RUNNING), LATER))
        .satisfies(
            candidate -> {
              assertThat(candidate.id()).isEqualTo("op-1");
              assertThat(candidate.type()).isEqualTo("Restore");
              assertThat(candidate.requestedBy()).isEqualTo("Adele Vance");
              assertThat(candidate.createdAt()).contains(NOW);
              assertThat(candidate.progress().startedAt()).isEqualTo(NOW);
            });
  }

  @Test
  void whereToLookIsKnownOnceTheServiceNamedIt() {
    assertThat(ProgressMapper.ref(running(restore()).mainStep()))
        .contains(
            new OperationLocator(
                DEV.id(), URI.create("http://127.0.0.1/lifecycleOperations/op-1")));
    assertThat(ProgressMapper.ref(starting(restore()).mainStep())).isEmpty();
  }

  private static AdminOperation operation(State state) {
    return new AdminOperation(
        new OperationLocator(DEV.id(), URI.create("http://127.0.0.1/lifecycleOperations/op-1")),
        "op-1",
        "Restore",
        new AdminOperation.Progress(
            state,
            "Word",
            List.of(new Stage("Run", state, "Word", Optional.of(NOW), Optional.of(LATER))),
            Optional.empty()),
        Optional.of(NOW),
        Optional.empty(),
        Optional.of(new Principal("id-adele", "Adele Vance", "User")));
  }
}
