package dev.holdfast.adminapi.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreOrder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts 1.5, the lifecycle operation and the polling rules, as far as one call shows them. What
 * follows over many calls is in {@code execution.Table15PollingWireTests}, that no POST is replayed
 * in {@link OrderOnceTests}.
 *
 * <p>Not used: {@code links}, since the address is the header's or made of the id.
 */
@DisplayName("facts 1.5 | lifecycle operation")
class Table15OperationsWireTests extends WireTest {

  private final OperationLocator ref =
      new OperationLocator(ID, server.base().resolve("/operations/1"));

  private AdminOperation seen() {
    return ((PollResult.Seen) api.poll(ref)).operation();
  }

  @ParameterizedTest(name = "facts 1.5 | state.id, state, status; 200 or 202: {0} is {1}")
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
      AdminOperation operation = seen();
      assertThat(operation.state()).isEqualTo(state);
      assertThat(operation.stateWord()).isEqualTo(word);
      assertThat(operation.ref()).isEqualTo(ref);
    }
  }

  @Test
  @DisplayName("facts 1.5 | stages, createdDateTime, requestedBy, type")
  void readsTheStages() {
    server.answers(202, "operation-restore-running.synthetic.json");
    AdminOperation operation = seen();
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
  @DisplayName("facts 1.5 | error: code and message, or none")
  void keepsWhatWentWrong() {
    server.answers(200, "operation-failed-with-error.synthetic.json");
    assertThat(seen().error())
        .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("RestoreFailed"));
    server.answers(200, "operation-failed-without-error.json");
    assertThat(seen().error()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.5 | stages: an unknown state is kept")
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

  @ParameterizedTest(name = "facts 1.5 | polling: {0} without a body is neither end nor failure")
  @ValueSource(ints = {200, 202, 204, 404, 409})
  void silenceIsNeitherSuccessNorFailure(int status) {
    server.answers(status, Map.of("Retry-After", "7"));
    PollResult poll = api.poll(ref);
    assertThat(poll).isInstanceOf(PollResult.Nothing.class);
    assertThat(((PollResult.Nothing) poll).why()).contains(Integer.toString(status));
    assertThat(poll.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  @DisplayName("facts 1.5 | polling: 409 keeps polling, whatever its body")
  void aConflictIsNoFailure() {
    server.answers(409, "error-409-OperationNotStartable.json");
    assertThat(((PollResult.Nothing) api.poll(ref)).why()).contains("409", "OperationNotStartable");
  }

  @ParameterizedTest(name = "facts 1.5 | interval: Retry-After {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "15|15",
        "Fri, 20 Nov 2026 10:00:20 GMT|20",
        "PT30S|30",
        "00:01:00|60",
        "soon|",
        "|"
      })
  void theServiceSaysWhenToLookAgain(@Nullable String header, @Nullable Long seconds) {
    Map<String, String> headers = header == null ? Map.of() : Map.of("Retry-After", header);
    server.answers(202, headers, "operation-not-started.json");
    assertThat(api.poll(ref).retryAfter())
        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
  }

  @Test
  @DisplayName("facts 1.5 | header order: Operation-Location, then Location; regional hosts")
  void operationLocationComesBeforeLocation() {
    server.answers(
        202,
        Map.of(
            "Operation-Location", "https://europe.api.bap.microsoft.com/operations/1?api-version=1",
            "Location", "https://api.bap.microsoft.com/operations/2"));
    assertThat(started())
        .contains("https://europe.api.bap.microsoft.com/operations/1?api-version=1");
  }

  @Test
  @DisplayName("facts 1.5 | header order: Location will do, and may lack the host")
  void locationWillDoAndMayLackTheHost() {
    server.answers(202, Map.of("Location", "/operations/2?api-version=1"));
    assertThat(started()).contains(server.base() + "/operations/2?api-version=1");
  }

  @Test
  @DisplayName("facts 1.5 | header order: none is no end, and names nothing to follow")
  void withoutAHeaderNothingIsNamed() {
    server.answers(202);
    assertThat(started()).isEmpty();
  }

  /** The order is taken all the same; its operation is found by its environment. */
  @ParameterizedTest(name = "facts 1.5 | known hosts only: {0} is not kept")
  @ValueSource(
      strings = {
        "https://evil.example/operations/1",
        "https://xapi.bap.microsoft.com.example/1",
        "http://europe.api.bap.microsoft.com/1",
        "https://europe.api.bap.microsoft.com:8443/1",
        "https://user@europe.api.bap.microsoft.com/1",
        "javascript:alert(1)",
        "not an address"
      })
  void anAddressThatIsNotTrustedIsNotKept(String address) {
    server.answers(202, Map.of("Operation-Location", address));
    assertThat(started()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.5 | known hosts only: the other header is kept")
  void anAddressThatIsNotTrustedLeavesTheOtherHeader() {
    server.answers(
        202, Map.of("Operation-Location", "https://evil.example/1", "Location", "/operations/2"));
    assertThat(started()).contains(server.base() + "/operations/2");
  }

  private Optional<String> started() {
    return api.restore(new RestoreOrder(ID, ID, "Contoso Dev", NOW, true, Optional.empty()))
        .operation()
        .map(operation -> operation.statusUrl().toString());
  }

  @ParameterizedTest(name = "facts 1.5 | state.id decides, whatever else is odd: {0}")
  @ValueSource(
      strings = {
        "\"stages\":\"none\"",
        "\"requestedBy\":\"Adele\"",
        "\"links\":7",
        "\"createdDateTime\":\"soon\"",
        "\"error\":{}"
      })
  void anOddPartDoesNotHideTheState(String odd) {
    String body = "{\"id\":\"1\",\"state\":{\"id\":\"Failed\"}," + odd + "}";
    AdminOperation operation = seen(body);
    assertThat(operation.state()).isEqualTo(State.FAILED);
    assertThat(operation.error()).isEmpty();
  }

  @Test
  @DisplayName("facts 1.5 | error: a bare text is the message")
  void anErrorMayBeABareText() {
    assertThat(seen("{\"state\":\"Failed\",\"error\":\"no luck\"}").error())
        .contains(new AdminOperation.Fault("", "no luck"));
  }

  private AdminOperation seen(String body) {
    server.answers(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return seen();
  }

  @Test
  @DisplayName("facts 1.5 | polling: 404 early, with its words")
  void anEarlyNotFoundKeepsItsWords() {
    server.answers(404, "error-404-EnvironmentNotFound.json");
    assertThat(((PollResult.Nothing) api.poll(ref)).why()).contains("EnvironmentNotFound");
  }

  @Test
  @DisplayName("facts 1.5 | polling: without a state nothing is seen")
  void anAnswerWithoutAStateShowsNothing() {
    server.answers(200, "operation-without-a-state.json");
    assertThat(api.poll(ref)).isInstanceOf(PollResult.Nothing.class);
  }

  @Test
  @DisplayName("facts 1.5 | polling: a body that is not JSON is no state")
  void whatIsNotJsonIsGarbled() {
    server.answers(200, "error-503-not-json.html");
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  @DisplayName("facts 1.5 | polling: a redirect is not followed")
  void aRedirectIsNotFollowed() {
    server.answers(302, Map.of("Location", server.base() + "/elsewhere"));
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(Kind.GARBLED);
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest(name = "facts 1.5 | polling: {0} is a failure of the look only")
  @CsvSource({"401, UNAUTHORIZED", "403, FORBIDDEN", "400, INVALID"})
  void otherRefusalsAreFailuresOfTheLookNotOfTheOperation(int status, Kind kind) {
    server.answers(status);
    assertThat(failure(() -> api.poll(ref)).kind()).isEqualTo(kind);
  }

  @Test
  @DisplayName("facts 1.5 | polling: the token goes to known hosts only")
  void theTokenGoesToNoStranger() {
    OperationLocator strange =
        new OperationLocator(ID, URI.create("https://evil.example/operations/1"));
    assertThat(failure(() -> api.poll(strange))).hasMessageContaining("evil.example");
  }

  @Test
  @DisplayName("facts 1.5 | list of operations: newest first")
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
            new OperationLocator(
                ID,
                server
                    .base()
                    .resolve(
                        "/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/"
                            + "00000000-0000-0000-0000-0000000000a2?api-version=2019-05-01")));
  }

  /** Left out, it might be a restore that runs and that is then ordered again. */
  @Test
  @DisplayName("facts 1.5 | list of operations: an odd one is kept as unknown")
  void anOperationThatCannotBeReadIsKeptAsUnknown() {
    server.answers(200, "operations-list.json").answers(200, "operations-list.json");
    var odd = api.operations(ID).stream().skip(2).toList();
    assertThat(odd).hasSize(4).allMatch(operation -> operation.state() == State.UNKNOWN);
    assertThat(api.poll(odd.get(0).ref())).isInstanceOf(PollResult.Nothing.class);
  }
}
