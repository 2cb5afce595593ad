package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.capacity.TenantCapacityApi;
import dev.holdfast.adminapi.capacity.client.TenantCapacityClients;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsHistoryEntry;
import dev.holdfast.adminapi.finops.client.FinOpsClients;
import dev.holdfast.adminapi.ppapi.PpapiClients;
import dev.holdfast.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** As {@link OddRowsTests}, for what is said of finance and operations (facts 6.1 to 6.5). */
class OddFinOpsTests extends OddAnswers {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final FinOpsApi api = FinOpsClients.over(server.base(), "ppapi", new SettableClock(NOW));

  @Test
  void anOddPropertyCostsNothingElse() {
    Map<String, Object> right =
        fields(api("finops-properties", one -> one.properties(ID)).known().orElseThrow());
    odd(
        "finops-properties",
        body -> {
          Map<String, Object> read = fields(api.properties(ID).known().orElseThrow());
          read.forEach(
              (name, value) -> {
                if (!body.path().split("/")[0].equals(name)) {
                  assertThat(value).as("%s", body).isEqualTo(right.get(name));
                }
              });
        });
  }

  @Test
  void noOddErrorIsLeftOut() {
    odd(
        "finops-operationerrors",
        body -> {
          FinOpsAnswer<List<FinOpsError>> answer = api.errorsSince(ID, Instant.EPOCH);
          boolean list = body.path().equals("errors");
          boolean entry = body.path().matches("errors/\\d") && body.value().equals("null");
          assertThat(list || entry || answer.known().orElseThrow().size() == 3)
              .as("%s", body)
              .isTrue();
        });
  }

  @Test
  void anOddWindowOrVersionIsNoFailure() {
    odd("finops-adminsettings", body -> assertThat(api.maintenance(ID)).as("%s", body).isNotNull());
    odd("finops-versions", body -> assertThat(api.versions(ID)).as("%s", body).isNotNull());
  }

  /** The other rows are read as they are. */
  @Test
  void anOddRowOfTheHistoryCostsNoOther() {
    Environment environment = environment();
    odd(
        "finops-operationhistories",
        body -> {
          FinOpsAnswer<List<FinOpsHistoryEntry>> answer =
              api.historySince(environment, Instant.parse("2026-11-20T08:00:00Z"));
          boolean ofRow = body.path().startsWith("value/");
          assertThat(!ofRow || answer.known().isPresent()).as("%s", body).isTrue();
          assertThat(answer.known().orElse(List.of())).as("%s", body).hasSizeLessThan(4);
        });
  }

  private Environment environment() {
    server.answers(
        200,
        Map.of(),
        "{\"id\":\"%s\",\"url\":\"%s/org\"}"
            .formatted(ID, server.base())
            .getBytes(StandardCharsets.UTF_8));
    return PpapiClients.over(server.base(), new SettableClock(NOW)).environment(ID);
  }

  @Test
  void anOddFigureIsNoFailureAndNeverMore() {
    TenantCapacityApi capacity = TenantCapacityClients.over(server.base(), "ppapi");
    odd(
        "tenant-capacity",
        body ->
            assertThat(
                    capacity.read().known().stream()
                        .flatMap(read -> read.lines().stream())
                        .flatMap(line -> line.freeMegabytes().stream()))
                .as("%s", body)
                .allMatch(free -> free < 100_000));
  }

  private <T> FinOpsAnswer<T> api(String file, Function<FinOpsApi, FinOpsAnswer<T>> question) {
    server.answers(200, "ppapi/%s.synthetic.json".formatted(file));
    return question.apply(api);
  }

  private void odd(String file, java.util.function.Consumer<OddValues.Body> check) {
    JsonNode whole = json("ppapi/%s.synthetic.json".formatted(file));
    OddValues.in(whole)
        .forEach(
            body -> {
              server.answers(200, Map.of(), bytes(body.json()));
              check.accept(body);
            });
  }
}
