package dev.holdfast.adminapi.finops.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 6.2, one row a test. */
@DisplayName("facts 6.2 | operationerrors")
class Table62ErrorsWireTests extends WireTest {

  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  private List<FinOpsError> since(String errors) {
    answers(200, "{'environmentId':'%s','errors':%s}".formatted(ID, errors));
    return api.errorsSince(ID, START).known().orElseThrow();
  }

  @Test
  @DisplayName("facts 6.2 | GET operationerrors with the most that it gives, the oldest first")
  void isReadWhole() {
    server.answers(200, "ppapi/finops-operationerrors.synthetic.json");
    assertThat(api.errorsSince(ID, START).known().orElseThrow())
        .containsExactly(
            new FinOpsError(
                "Restore",
                "DatabaseRestore",
                "FnoRestoreFailed",
                "The database couldn't be restored.",
                Optional.of(Instant.parse("2026-11-20T08:30:00Z")),
                "c-1"),
            new FinOpsError(
                "Restore",
                "StartServices",
                "AosNotStarted",
                "The service didn't start.",
                Optional.of(Instant.parse("2026-11-20T09:00:00.500Z")),
                "c-2"));
    onlyAsked("operationerrors?maxResults=1000&api-version=2024-10-01");
  }

  @Test
  @DisplayName("facts 6.2 | those with failedAt since our start count, the start included")
  void since() {
    assertThat(
            since(
                "[{'errorCode':'before','failedAt':'2026-11-20T07:59:59Z'},"
                    + "{'errorCode':'at','failedAt':'2026-11-20T08:00:00Z'}]"))
        .extracting(FinOpsError::code)
        .containsExactly("at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "'yesterday'", "7", "{}", "'0001-01-01T00:00:00Z'"})
  @DisplayName("facts 6.2 | one without a time may be a new one")
  void withoutATime(String failedAt) {
    assertThat(since("[{'errorCode':'x','failedAt':%s}]".formatted(failedAt)))
        .containsExactly(new FinOpsError("", "", "x", "", Optional.empty(), ""));
  }

  @Test
  @DisplayName("facts 6.2 | an entry that can't be read is an error all the same")
  void oddEntries() {
    FinOpsError blank = new FinOpsError("", "", "", "", Optional.empty(), "");
    assertThat(since("[{},7,'x',[],null]")).containsExactly(blank, blank, blank, blank);
  }

  @Test
  @DisplayName("facts 6.2 | no errors")
  void none() {
    assertThat(since("[]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'errors':null}", "{'errors':{}}", "{'errors':'none'}", "[]", ""})
  @DisplayName("facts 6.2 | without a list it isn't known that there are none")
  void unreadable(String body) {
    answers(200, body);
    assertNone(api.errorsSince(ID, START), Reason.UNREADABLE);
  }
}
