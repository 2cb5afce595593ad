package dev.holdfast.adminapi.capacity.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.capacity.TenantCapacity.Line;
import dev.holdfast.adminapi.capacity.TenantCapacity.Status;
import dev.holdfast.adminapi.capacity.TenantCapacityApi;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 2.7, one row a test. Read and not used: entitlements, overflow, and the license model. */
@DisplayName("facts 2.7 | tenantCapacity")
class Table27CapacityWireTests {

  @AutoClose private final ScriptedServer server = new ScriptedServer();
  private final TenantCapacityApi api = TenantCapacityClients.over(server.base(), "ppapi");

  private FinOpsAnswer<TenantCapacity> answers(int status, String json) {
    server.answers(status, Map.of(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return api.read();
  }

  private Line database(String fields) {
    return answers(200, "{'tenantCapacities':[{'capacityType':'Database'%s}]}".formatted(fields))
        .known()
        .orElseThrow()
        .line("database")
        .orElseThrow();
  }

  @Test
  @DisplayName("facts 2.7 | GET tenantCapacity, read whole")
  void isReadWhole() {
    server.answers(200, "ppapi/tenant-capacity.synthetic.json");
    TenantCapacity read = api.read().known().orElseThrow();
    assertThat(read.finOpsStatus()).isEqualTo("Available");
    assertThat(read.lines())
        .extracting(Line::type)
        .containsExactly("Database", "File", "FinOpsDatabase", "FinOpsFile", "ApiCallCount");
    assertThat(read.line(TenantCapacity.DATABASE))
        .contains(
            new Line(
                "Database",
                "Available",
                Optional.of(20480.0 - 3150.5),
                Optional.of(Instant.parse("2026-11-20T06:30:00Z"))));
    assertThat(read.line("ApiCallCount").orElseThrow().freeMegabytes()).isEmpty();
    ScriptedServer.Asked asked = server.asked().get(0);
    assertThat(asked.method() + " " + asked.target())
        .isEqualTo("GET /licensing/tenantCapacity?api-version=2024-10-01");
    assertThat(asked.header("Authorization"))
        .isEqualTo("Bearer token for https://api.powerplatform.com");
  }

  @ParameterizedTest
  @CsvSource({
    "None, NONE",
    "Available, AVAILABLE",
    "AvailableByOverflow, AVAILABLE_BY_OVERFLOW",
    "NotAvailable, NOT_AVAILABLE",
    "notavailable, NOT_AVAILABLE",
    "Exhausted, UNKNOWN",
    "'', UNKNOWN"
  })
  @DisplayName("facts 2.7 | status: every word, and those that are in no list")
  void status(String word, Status status) {
    Line line = database(",'status':'%s'".formatted(word));
    assertThat(line.status()).isEqualTo(status);
    assertThat(line.statusWord()).isEqualTo(word);
  }

  @Test
  @DisplayName("facts 2.7 | finance and operations: missing figures are usual")
  void withoutFinanceAndOperations() {
    TenantCapacity read =
        answers(
                200,
                "{'capacitySummary':{'finOpsStatus':'None','finOpsStatusMessageCode':"
                    + "'FinOpsNotAvailable'},'tenantCapacities':[{'capacityType':'Database'}]}")
            .known()
            .orElseThrow();
    assertThat(read.finOpsStatus()).isEqualTo("None");
    assertThat(read.line(TenantCapacity.FINOPS_DATABASE)).isEmpty();
    assertThat(read.line(TenantCapacity.FINOPS_FILE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'MB' | 1024.5 | {'actual':24.25,'rated':100.5} | 924.0",
        "'MB' | 1024.5 | {'actual':24.5} | 1000.0",
        "'MB' | 10     | {'rated':30} | -20.0",
        "'MB' | 10     | {} | ",
        "'MB' | null   | {'actual':1} | ",
        "'MB' | -5     | {'actual':1} | ",
        "'MB' | 'a lot'| {'actual':1} | ",
        "'MB' | 10     | {'actual':-1} | ",
        "'Unit' | 10   | {'actual':1} | ",
        "'None' | 10   | {'actual':1} | ",
        "null | 10     | {'actual':1} | "
      },
      quoteCharacter = '~')
  @DisplayName("facts 2.7 | MB with decimals; without figures or with another unit none is known")
  void figures(String unit, String total, String consumption, Double free) {
    assertThat(
            database(
                    ",'capacityUnits':%s,'totalCapacity':%s,'maxCapacity':0.0,'consumption':%s"
                        .formatted(unit, total, consumption))
                .freeMegabytes())
        .isEqualTo(Optional.ofNullable(free));
  }

  @Test
  @DisplayName("facts 2.7 | figures are hours old: the older time counts")
  void time() {
    assertThat(
            database(
                    ",'consumption':{'actualUpdatedOn':'2025-11-30T08:52:06.3330393+00:00',"
                        + "'ratedUpdatedOn':'2025-11-30T07:00:00Z'}")
                .measuredAt())
        .contains(Instant.parse("2025-11-30T07:00:00Z"));
    assertThat(database(",'consumption':{'actualUpdatedOn':'0001-01-01T00:00:00'}").measuredAt())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{'tenantCapacities':{}}", "{'tenantCapacities':null}", ""})
  @DisplayName("facts 2.7 | without a list nothing is known")
  void unreadable(String body) {
    none(answers(200, body), Reason.UNREADABLE);
  }

  @Test
  @DisplayName("facts 2.7 | rows without a type are left out")
  void oddRows() {
    assertThat(
            answers(200, "{'tenantCapacities':[{},7,null,{'capacityType':{}}]}")
                .known()
                .orElseThrow()
                .lines())
        .isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource({"404, NOT_THERE", "403, REFUSED", "429, UNREACHABLE", "500, UNREACHABLE"})
  @DisplayName("facts 2.7 | 200 or 404, and what every call can answer")
  void errors(int status, Reason reason) {
    none(answers(status, "{'code':'Some','message':'words'}"), reason);
  }

  @Test
  @DisplayName("facts 2.7 | BAP alone: nobody is asked")
  void notAsked() {
    none(TenantCapacityClients.over(server.base(), "bap").read(), Reason.NOT_ASKED);
    assertThat(server.asked()).isEmpty();
  }

  private static void none(FinOpsAnswer<TenantCapacity> answer, Reason reason) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            FinOpsAnswer.Unavailable.class,
            none -> assertThat(none.reason()).as(none.why()).isEqualTo(reason));
  }
}
