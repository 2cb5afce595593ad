package dev.holdfast.adminapi.finops.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.adminapi.ppapi.PpapiClients;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 6.5, rows 1 and 2: the state of the apps, and the history. The others aren't used. */
@DisplayName("facts 6.5 | Dataverse")
class Table65DataverseWireTests extends WireTest {

  private Environment at(String url) {
    answers(200, "{'id':'%s','url':'%s'}".formatted(ID, url));
    Environment environment = PpapiClients.over(server.base(), CLOCK).environment(ID);
    server.asked().clear();
    return environment;
  }

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"bap", "ppapi", "both"})
  @DisplayName("facts 6.5 | 2: the history, whichever admin API is used; neither order nor text")
  void historyIsReadWhole(String admin) {
    FinOpsApi api = FinOpsClients.over(server.base(), admin, CLOCK);
    Environment environment = here();
    server.answers(200, "ppapi/finops-operationhistories.synthetic.json");
    assertThat(api.historySince(environment, START).known().orElseThrow())
        .containsExactly(
            row("DatabaseSync", "In progress", "2026-11-20T09:41:00Z", "2026-11-20T09:42:00Z"),
            row("DatabaseRestore", "Failed", "2026-11-20T09:05:00Z", "2026-11-20T09:40:00Z"));
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().get(0).target())
        .startsWith("/org/api/data/v9.2/msprov_operationhistories?$select=msprov_name,")
        .contains("&$orderby=modifiedon%20desc&$top=20")
        .doesNotContain("description", "properties");
    assertThat(server.asked().get(0).header("Prefer"))
        .isEqualTo("odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"");
    assertThat(server.asked().get(0).header("Authorization"))
        .isEqualTo("Bearer token for " + server.base());
  }

  private static FinOpsHistoryEntry row(
      String name, String status, String startedAt, String modifiedAt) {
    return new FinOpsHistoryEntry(
        name,
        status,
        Optional.of(Instant.parse(startedAt)),
        Optional.of(Instant.parse(modifiedAt)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'statuscode':3 | 3",
        "'statecode':1,'statecode@OData.Community.Display.V1.FormattedValue':'Inactive' | Inactive",
        "'statuscode@OData.Community.Display.V1.FormattedValue':'Zorblax','statuscode':9 | Zorblax",
        "'statuscode@OData.Community.Display.V1.FormattedValue':{},'statuscode':9 | 9",
        "'statuscode@OData.Community.Display.V1.FormattedValue':'','statecode':'Open' | Open",
        "'statuscode':[] | \"\"",
        "'other':1 | \"\""
      })
  @DisplayName("facts 6.5 | 2: the state by its word, else by its number")
  void historyState(String fields, String status) {
    Environment environment = here();
    answers(
        200,
        "{'value':[{'msprov_name':'Sync','createdon':'2026-11-20T09:05:00Z',%s}]}"
            .formatted(fields));
    assertThat(api.historySince(environment, START).known().orElseThrow())
        .extracting(FinOpsHistoryEntry::status)
        .containsExactly(status);
  }

  @Test
  @DisplayName("facts 6.5 | 2: only since the start; without a time it may be from before")
  void historySinceTheStart() {
    Environment environment = here();
    answers(
        200,
        "{'value':[{'msprov_name':'Before','createdon':'2026-11-20T08:59:59Z',"
            + "'modifiedon':'2026-11-20T09:30:00Z'},{'msprov_name':'Odd','createdon':'soon'},"
            + "{'msprov_name':'Then','createdon':'2026-11-20T09:00:00Z'},7,null,{}]}");
    assertThat(api.historySince(environment, START).known().orElseThrow())
        .extracting(FinOpsHistoryEntry::name)
        .containsExactly("Then");
  }

  @Test
  @DisplayName("facts 6.5 | 2: no more rows than asked for, and no further page")
  void historyIsBounded() {
    Environment environment = here();
    String rows =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    "{'msprov_name':'Sync %d','createdon':'2026-11-20T09:%02d:00Z'}"
                        .formatted(i, i))
            .collect(Collectors.joining(","));
    answers(200, "{'value':[%s],'@odata.nextLink':'https://evil.example/next'}".formatted(rows));
    assertThat(api.historySince(environment, START).known().orElseThrow())
        .hasSize(20)
        .first()
        .extracting(FinOpsHistoryEntry::name)
        .isEqualTo("Sync 49");
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, UNREADABLE",
    "401, REFUSED",
    "403, REFUSED",
    "404, NOT_THERE",
    "429, UNREACHABLE",
    "503, UNREACHABLE"
  })
  @DisplayName("facts 6.5 | 2: no user there, no such table, or no answer")
  void historyRefusals(int status, Reason reason) {
    Environment environment = here();
    String body = "{'error':{'code':'0x80060888','message':'Resource not found.'}}";
    answers(status, body);
    answers(status, body);
    assertNone(api.historySince(environment, START), reason, "0x80060888");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "<html>", "", "{'value':{}}", "{'value':[7,{}]}"})
  @DisplayName("facts 6.5 | 2: an answer of which nothing can be read is none")
  void historyUnreadable(String body) {
    Environment environment = here();
    answers(200, body);
    assertNone(api.historySince(environment, START), Reason.UNREADABLE);
  }

  @Test
  @DisplayName("facts 6.5 | 2: nothing happened is an answer, too")
  void historyWithoutRows() {
    Environment environment = here();
    answers(200, "{'value':[]}");
    assertThat(api.historySince(environment, START).known().orElseThrow()).isEmpty();
  }

  private Environment here() {
    return at(server.base() + "/org/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bap", "ppapi"})
  @DisplayName("facts 6.5 | 1: asked of Dataverse whichever admin API is used")
  void isReadWhole(String admin) {
    FinOpsApi api = FinOpsClients.over(server.base(), admin, CLOCK);
    Environment environment = here();
    server.answers(200, "bap/finops-details.json");
    assertThat(api.state(environment).known())
        .contains(
            new FinOpsEnvironmentState(
                "Enabled", "OnlineDev", Optional.of("10.0.2345.77"), Optional.of("7.0.7690.88")));
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().get(0).target())
        .isEqualTo("/org/api/data/v9.2/msprov_getfinopsapplicationdetails");
    assertThat(server.asked().get(0).header("Authorization"))
        .isEqualTo("Bearer token for " + server.base());
  }

  @ParameterizedTest
  @CsvSource({"'Servicing', Servicing", "7, 7", "null, ''", "{}, ''", "'', ''"})
  @DisplayName("facts 6.5 | 1: finopsenvironmentstate, no list of words is published")
  void theWord(String json, String word) {
    Environment environment = here();
    answers(
        200,
        "{'finopsenvironmentstate':%s,'applicationdeploymenttype':'Sandbox'}"
            .formatted(json.matches("\\w*") && !json.matches("7|null") ? "'" + json + "'" : json));
    assertThat(api.state(environment).known())
        .contains(new FinOpsEnvironmentState(word, "Sandbox", Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "401, REFUSED",
    "403, REFUSED",
    "404, NOT_THERE",
    "429, UNREACHABLE",
    "500, UNREACHABLE"
  })
  @DisplayName("facts 6.5 | 1: the credential may have no user there")
  void refusals(int status, Reason reason) {
    Environment environment = here();
    String body = "{'error':{'code':'0x80072560','message':'The user is not a member.'}}";
    answers(status, body);
    answers(status, body);
    assertNone(api.state(environment), reason, "0x80072560", "The user is not a member.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "<html>", "", "{'finopsenvironmentstate':{}}"})
  @DisplayName("facts 6.5 | 1: an answer that says nothing is none")
  void unreadable(String body) {
    Environment environment = here();
    answers(200, body);
    assertNone(api.state(environment), Reason.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "", "not an address", "a:b"})
  @DisplayName("facts 6.5 | 1: a stranger gets no token")
  void strangers(String url) {
    Environment stranger = at(url);
    assertNone(api.state(stranger), Reason.NOT_ASKED, ID);
    assertNone(api.historySince(stranger, START), Reason.NOT_ASKED, ID);
    assertThat(server.asked()).isEmpty();
  }
}
