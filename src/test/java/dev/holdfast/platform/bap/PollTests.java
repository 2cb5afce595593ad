package dev.holdfast.platform.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.AdminApiException.Kind;
import dev.holdfast.platform.Operation;
import dev.holdfast.platform.Operation.State;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.Poll;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The polling rules (facts 1.5). */
class PollTests extends WireTest {

  private final OperationRef ref = new OperationRef(ID, server.base().resolve("/operations/1"));

  private Operation seen() {
    return ((Poll.Seen) api.poll(ref)).operation();
  }

  @ParameterizedTest
  @CsvSource({
    "operation-not-started.json, NOT_STARTED, NotStarted",
    "operation-restore-running.synthetic.json, RUNNING, Running",
    "operation-succeeded.json, SUCCEEDED, Succeeded",
    "operation-state-as-a-word.json, SUCCEEDED, Succeeded",
    "operation-status-completed.json, SUCCEEDED, Completed",
    "operation-failed-with-error.synthetic.json, FAILED, Failed",
    "operation-failed-without-error.json, FAILED, Failed",
    "operation-in-an-unknown-state.json, UNKNOWN, Replicating"
  })
  void theStateDecidesNotTheStatus(String file, State state, String word) {
    for (int status : new int[] {200, 202}) {
      server.answers(status, file);
      Operation operation = seen();
      assertThat(operation.state()).isEqualTo(state);
      assertThat(operation.stateWord()).isEqualTo(word);
      assertThat(operation.ref()).isEqualTo(ref);
    }
  }

  @Test
  void readsTheStages() {
    server.answers(202, "operation-restore-running.synthetic.json");
    Operation operation = seen();
    assertThat(operation.type()).isEqualTo("Restore");
    assertThat(operation.createdAt()).contains(Instant.parse("2026-03-10T10:00:00.376133700Z"));
    assertThat(operation.requestedBy())
        .hasValueSatisfying(by -> assertThat(by.type()).isEqualTo("ServicePrincipal"));
    assertThat(operation.stages())
        .extracting(stage -> stage.name() + " " + stage.state())
        .containsExactly(
            "Validate SUCCEEDED", "Prepare SUCCEEDED", "Run RUNNING", "Finalize NOT_STARTED");
    assertThat(operation.stages().get(2).startedAt())
        .contains(Instant.parse("2026-03-10T10:00:04Z"));
    assertThat(operation.stages().get(3).startedAt()).isEmpty();
  }

  @Test
  void keepsWhatWentWrong() {
    server.answers(200, "operation-failed-with-error.synthetic.json");
    assertThat(seen().error())
        .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("RestoreFailed"));
    server.answers(200, "operation-failed-without-error.json");
    assertThat(seen().error()).isEmpty();
  }

  @Test
  void keepsAStageInAnUnknownState() {
    server.answers(200, "operation-in-an-unknown-state.json");
    assertThat(seen().stages())
        .singleElement()
        .satisfies(
            stage -> {
              assertThat(stage.name()).isEqualTo("Run");
              assertThat(stage.state()).isEqualTo(State.UNKNOWN);
              assertThat(stage.stateWord()).isEqualTo("Thawing");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 404, 409})
  void silenceIsNeitherSuccessNorFailure(int status) {
    server.answers(status, Map.of("Retry-After", "7"));
    Poll poll = api.poll(ref);
    assertThat(poll).isInstanceOf(Poll.Nothing.class);
    assertThat(((Poll.Nothing) poll).why()).contains(Integer.toString(status));
    assertThat(poll.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void anEarlyNotFoundKeepsItsWords() {
    server.answers(404, "error-404-EnvironmentNotFound.json");
    assertThat(((Poll.Nothing) api.poll(ref)).why()).contains("EnvironmentNotFound");
  }

  @Test
  void anAnswerWithoutAStateShowsNothing() {
    server.answers(200, "operation-without-a-state.json");
    assertThat(api.poll(ref)).isInstanceOf(Poll.Nothing.class);
  }

  @Test
  void whatIsNotJsonIsGarbled() {
    server.answers(200, "error-503-not-json.html");
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.answers(302, Map.of("Location", server.base() + "/elsewhere"));
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(Kind.GARBLED);
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"401, UNAUTHORIZED", "403, FORBIDDEN", "429, THROTTLED", "400, INVALID"})
  void otherRefusalsAreFailuresOfTheLookNotOfTheOperation(int status, Kind kind) {
    server.answers(status);
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(kind);
  }

  @Test
  void theTokenGoesToNoStranger() {
    OperationRef strange = new OperationRef(ID, URI.create("https://evil.example/operations/1"));
    assertThat(failure(() -> api.poll(strange))).hasMessageContaining("evil.example");
  }

  @Test
  void operationsAreListedNewestFirst() {
    server.answers(200, "operations-list.json");
    var operations = api.operations(ID);
    assertThat(server.asked().get(0).target())
        .isEqualTo(
            "/providers/Microsoft.BusinessAppPlatform/lifecycleOperations?api-version=2024-05-01"
                + "&$filter=environment%20eq%20'"
                + ID
                + "'");
    assertThat(operations)
        .extracting(operation -> operation.type() + " " + operation.state())
        .startsWith("Restore RUNNING", "Edit SUCCEEDED");
    assertThat(operations.get(0).ref())
        .isEqualTo(
            new OperationRef(
                ID,
                server
                    .base()
                    .resolve(
                        "/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/"
                            + "00000000-0000-0000-0000-0000000000a2?api-version=2019-05-01")));
  }

  /** Left out, it might be a restore that runs and that is then ordered again. */
  @Test
  void anOperationThatCannotBeReadIsKeptAsUnknown() {
    server.answers(200, "operations-list.json").answers(200, "operations-list.json");
    var odd = api.operations(ID).stream().skip(2).toList();
    assertThat(odd).hasSize(4).allMatch(operation -> operation.state() == State.UNKNOWN);
    assertThat(api.poll(odd.get(0).ref())).isInstanceOf(Poll.Nothing.class);
  }
}
