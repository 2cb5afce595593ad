package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.Fault;
import dev.holdfast.adminapi.AdminOperation.Principal;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an {@code OperationExecutionResult} to Holdfast's record, by the polling rules. */
@DisplayName("facts 2 | OperationExecutionResult")
class PollTests extends WireTest {

  private final OperationLocator ref =
      new OperationLocator(ID, server.base().resolve(ROOT + "/operations/1?" + VERSION));

  private AdminOperation seen() {
    return ((PollResult.Seen) api.poll(ref)).operation();
  }

  private AdminOperation told(String body) {
    answers(200, body);
    return seen();
  }

  @ParameterizedTest
  @DisplayName("facts 2 | operation: GET /operations/{id}, or the same under its environment")
  @ValueSource(strings = {ROOT + "/operations/1?" + VERSION, ENVIRONMENT + "/operations/1"})
  void address(String target) {
    server.answers(200, "ppapi/operation-in-progress.synthetic.json");
    api.poll(new OperationLocator(ID, server.base().resolve(target)));
    onlyAsked("GET", target);
  }

  /** The last two look like a good end; neither restored anything. */
  @ParameterizedTest
  @DisplayName("facts 2 | OperationExecutionResult: status words while it has not ended")
  @CsvSource({
    "Queued, NOT_STARTED",
    "InProgress, RUNNING",
    "Succeeded, SUCCEEDED",
    "Failed, FAILED",
    "ValidationFailed, FAILED",
    "NoOperation, FAILED",
    "ValidationPassed, UNKNOWN",
    "Replicating, UNKNOWN",
    "Skipped, ENDED",
    "Completed, ENDED"
  })
  void words(String word, State state) {
    AdminOperation operation = told("{\"status\":\"%s\",\"endTime\":null}".formatted(word));
    assertThat(operation.state()).isEqualTo(state);
    assertThat(operation.stateWord()).isEqualTo(word);
    assertThat(operation.ref()).isEqualTo(ref);
  }

  @ParameterizedTest
  @DisplayName("facts 2 | OperationExecutionResult: an end that restored nothing says so")
  @CsvSource({
    "NoOperation, did nothing",
    "ValidationPassed, only checked",
    "ValidationFailed, did not accept"
  })
  void noRestore(String word, String why) {
    AdminOperation operation =
        told(
            "{\"status\":\"%s\",\"endTime\":\"2026-03-10T10:00:00+00:00\",\"errorDetail\":null}"
                .formatted(word));
    assertThat(operation.state()).isEqualTo(State.FAILED);
    assertThat(operation.error())
        .hasValueSatisfying(
            fault -> {
              assertThat(fault.code()).isEqualTo(word);
              assertThat(fault.message()).contains(why);
            });
  }

  @ParameterizedTest
  @DisplayName("facts 2 | accept status string, state string or state.id; 200 and 202 alike")
  @ValueSource(
      strings = {
        "{\"status\":\"Succeeded\"}",
        "{\"state\":\"Succeeded\"}",
        "{\"state\":{\"id\":\"Succeeded\"}}",
        "{\"status\":\"Succeeded\",\"state\":\"Running\"}",
        "{\"status\":\"Succeeded\",\"requestedBy\":[],\"stageStatuses\":{},\"startTime\":{}}"
      })
  void shapesOfTheState(String body) {
    answers(200, body);
    answers(202, body);
    assertThat(seen().state()).isEqualTo(State.SUCCEEDED);
    assertThat(seen().state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  @DisplayName("facts 2 | OperationExecutionResult: name, times, requestedBy, stageStatuses")
  void isReadWhole() {
    server.answers(200, Map.of("Retry-After", "30"), "ppapi/operation-in-progress.synthetic.json");
    PollResult poll = api.poll(ref);
    assertThat(poll.retryAfter()).contains(Duration.ofSeconds(30));
    AdminOperation operation = ((PollResult.Seen) poll).operation();
    assertThat(operation.id()).isEqualTo("519e32e9-9e86-453d-a45d-b90d390a9623");
    assertThat(operation.type()).isEqualTo("Restore");
    assertThat(operation.createdAt()).contains(Instant.parse("2026-03-10T10:00:00Z"));
    assertThat(operation.lastActionAt()).contains(Instant.parse("2026-03-10T10:00:05Z"));
    assertThat(operation.requestedBy())
        .contains(
            new Principal(
                "0f747967-84c4-4f29-84c2-682fb00390c8", "ServicePrincipal", "ServicePrincipal"));
    assertThat(operation.stages())
        .extracting(stage -> stage.name() + " " + stage.state())
        .containsExactly("Validate SUCCEEDED", "Run RUNNING");
    assertThat(operation.stages().get(0).lastActionAt())
        .contains(Instant.parse("2026-03-10T10:00:02Z"));
    assertThat(operation.error()).isEmpty();
  }

  @Test
  @DisplayName("facts 2 | OperationExecutionResult: stage words, and the error of a stage")
  void stages() {
    server.answers(200, "ppapi/operation-failed-in-a-stage.json");
    AdminOperation operation = seen();
    assertThat(operation.state()).isEqualTo(State.FAILED);
    assertThat(operation.lastActionAt()).contains(Instant.parse("2026-03-10T11:00:00Z"));
    assertThat(operation.requestedBy()).isEmpty();
    assertThat(operation.stages())
        .extracting(stage -> "%s %s %s".formatted(stage.name(), stage.state(), stage.stateWord()))
        .containsExactly(
            "Validate SUCCEEDED Skipped",
            "Run FAILED Failed",
            "Finalize NOT_STARTED Postponed",
            "Notify UNKNOWN Thawing");
    assertThat(operation.error())
        .contains(new Fault("RestoreFailed", "in Run: database: It could not be attached."));
  }

  @Test
  @DisplayName("facts 2 | OperationExecutionResult: errorDetail with every field's messages")
  void errorDetail() {
    server.answers(200, "ppapi/operation-validation-failed.json");
    assertThat(seen().error())
        .contains(
            new Fault(
                "ValidationFailed",
                "restorePointDateTime: The restore point is outside the retention window."
                    + " (suggested: 2026-03-05T00:00:00+00:00)"
                    + " sourceEnvironmentId: It lies in another region."
                    + " sourceEnvironmentId: It is not Managed. restoreOptions: not accepted"));
  }

  @Test
  @DisplayName("facts 2 | OperationExecutionResult: a failure that does not say why")
  void failedWithoutAWord() {
    assertThat(told("{\"status\":\"Failed\"}").error()).isEmpty();
    assertThat(
            told("{\"status\":\"Failed\",\"error\":{\"code\":\"X\",\"message\":\"Why.\"}}").error())
        .contains(new Fault("X", "Why."));
  }

  @ParameterizedTest
  @DisplayName("facts 1.5 | silence is neither success nor failure")
  @ValueSource(ints = {200, 202, 204, 404, 409})
  void silence(int status) {
    server.answers(status, Map.of("Retry-After", "7"));
    PollResult poll = api.poll(ref);
    assertThat(poll).isInstanceOf(PollResult.Nothing.class);
    assertThat(((PollResult.Nothing) poll).why()).contains(Integer.toString(status));
    assertThat(poll.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @DisplayName("facts 1.5 | an answer without a state shows nothing")
  @ValueSource(strings = {"{}", "[]", "{\"status\":7}", "{\"operationId\":\"1\"}"})
  void noState(String body) {
    answers(200, body);
    assertThat(api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
  }

  @Test
  @DisplayName("facts 1.5 | what is not JSON is garbled, and a stranger is not asked")
  void garbled() {
    answers(200, "<html>");
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(Kind.GARBLED);
    OperationLocator strange =
        new OperationLocator(ID, URI.create("https://evil.example/operations/1"));
    assertThat(failure(() -> api.poll(strange))).hasMessageContaining("evil.example");
    assertThat(server.asked()).hasSize(1);
  }
}
