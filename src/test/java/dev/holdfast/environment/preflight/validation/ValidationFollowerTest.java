package dev.holdfast.environment.preflight.validation;

import static dev.holdfast.testing.ScriptedAdminApi.fails;
import static dev.holdfast.testing.ScriptedAdminApi.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.AdminOperation.Progress;
import dev.holdfast.adminapi.AdminOperation.Stage;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 2.2: a check that is answered with 202. */
class ValidationFollowerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScriptedAdminApi api = new ScriptedAdminApi();
  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final List<Duration> waits = new ArrayList<>();
  private final ValidationFollower follower =
      new ValidationFollower(
          api,
          clock,
          time -> {
            waits.add(time);
            clock.advance(time);
          },
          PATIENCE);

  private static Supplier<PollResult> says(State state, String word, Stage... stages) {
    return says(state, word, Optional.empty(), stages);
  }

  private static Supplier<PollResult> says(
      State state, String word, Optional<Fault> fault, Stage... stages) {
    AdminOperation operation =
        new AdminOperation(
            ScriptedAdminApi.REF,
            "op-1",
            "Restore",
            new Progress(state, word, List.of(stages), fault),
            Optional.of(Samples.NOW),
            Optional.empty(),
            Optional.empty());
    return () -> new PollResult.Seen(operation, Optional.empty());
  }

  private static Stage stage(String name, State state, String word) {
    return new Stage(name, state, word, Optional.empty(), Optional.empty());
  }

  private ValidationEnd end() {
    return follower.follow(ScriptedAdminApi.REF);
  }

  @Test
  void itPassesLater() {
    api.polls(nothing())
        .polls(says(State.NOT_STARTED, "Queued"))
        .polls(says(State.RUNNING, "InProgress", stage("Validate", State.RUNNING, "InProgress")))
        .polls(says(State.FAILED, "ValidationPassed"));
    assertThat(end()).isInstanceOf(ValidationEnd.Passed.class);
    assertThat(waits).hasSize(3);
  }

  @Test
  void itFailsLaterInTheServicesWords() {
    Fault fault = new Fault("ValidationFailed", "name: Too long. (suggested: Short)");
    api.polls(says(State.FAILED, "ValidationFailed", Optional.of(fault)));
    assertThat(end())
        .isEqualTo(
            new ValidationEnd.Failed(
                "ValidationFailed", List.of("name: Too long. (suggested: Short)")));
    assertThat(waits).isEmpty();
  }

  @Test
  void aPassWithoutAnEndCountsWhenItStays() {
    api.polls(says(State.UNKNOWN, "ValidationPassed"));
    assertThat(end()).isInstanceOf(ValidationEnd.Passed.class);
    assertThat(waits).hasSize(1);
    assertThat(follower.look(ScriptedAdminApi.REF)).isInstanceOf(ValidationEnd.Pending.class);
  }

  @Test
  void aPassAfterWhichItGoesOnIsNone() {
    api.polls(says(State.UNKNOWN, "ValidationPassed"))
        .polls(says(State.RUNNING, "InProgress", stage("Run", State.RUNNING, "InProgress")));
    assertThat(end()).isInstanceOf(ValidationEnd.Started.class);
  }

  @Test
  void aPassWithAnObjectionIsNone() {
    Fault fault = new Fault("Warning", "Too big.");
    api.polls(says(State.FAILED, "ValidationPassed", Optional.of(fault)));
    assertThat(end()).isEqualTo(new ValidationEnd.Failed("ValidationPassed", List.of("Too big.")));
  }

  @Test
  void nothingDoneHasNotPassed() {
    api.polls(says(State.FAILED, "NoOperation"));
    assertThat(end()).isEqualTo(new ValidationEnd.Failed("NoOperation", List.of()));
  }

  @Test
  void itIsGivenUpInTime() {
    api.polls(says(State.RUNNING, "InProgress"));
    assertThat(end()).isInstanceOf(ValidationEnd.Pending.class);
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCEEDED, Succeeded",
    "FAILED, Failed",
    "ENDED, Cancelled",
    "SUCCEEDED, Restored",
    "ENDED, FailedToCreate"
  })
  void anotherEndIsThatOfTheRealThing(State state, String word) {
    api.polls(says(State.RUNNING, "InProgress")).polls(says(state, word));
    assertThat(end())
        .isInstanceOfSatisfying(
            ValidationEnd.Started.class,
            started -> assertThat(started.operation().stateWord()).isEqualTo(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Prepare", "run", "FINALIZE"})
  void aStageOfTheRealThingIsTheRealThing(String name) {
    for (State state : List.of(State.RUNNING, State.SUCCEEDED, State.FAILED)) {
      api.polls(says(State.RUNNING, "InProgress", stage(name, state, state.name())));
      assertThat(follower.look(ScriptedAdminApi.REF)).isInstanceOf(ValidationEnd.Started.class);
    }
  }

  @Test
  void aStageThatHasNotBegunIsNone() {
    api.polls(
        says(
            State.RUNNING,
            "InProgress",
            stage("Validate", State.SUCCEEDED, "Succeeded"),
            stage("Prepare", State.NOT_STARTED, "NotStarted"),
            stage("Run", State.SUCCEEDED, "Skipped"),
            stage("Finalize", State.NOT_STARTED, "Postponed")));
    assertThat(follower.look(ScriptedAdminApi.REF)).isInstanceOf(ValidationEnd.Pending.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Replicating", "Evaluating", "InProgress2"})
  void anUnknownWordIsNoEnd(String word) {
    api.polls(says(State.ofUnknown(word), word));
    assertThat(follower.look(ScriptedAdminApi.REF)).isInstanceOf(ValidationEnd.Pending.class);
  }

  @Test
  void aLookThatFailsIsNoEnd() {
    api.polls(fails(Kind.UNAVAILABLE, "503")).polls(says(State.FAILED, "ValidationPassed"));
    assertThat(end()).isInstanceOf(ValidationEnd.Passed.class);
  }

  @Test
  void aThreadThatIsInterruptedWaitsNoMore() {
    ValidationFollower interrupted =
        new ValidationFollower(
            api,
            clock,
            time -> {
              throw new InterruptedException();
            },
            PATIENCE);
    api.polls(says(State.RUNNING, "InProgress"));
    assertThat(interrupted.follow(ScriptedAdminApi.REF)).isInstanceOf(ValidationEnd.Pending.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
