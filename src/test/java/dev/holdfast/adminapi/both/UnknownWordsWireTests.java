package dev.holdfast.adminapi.both;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.bap.BapClients;
import dev.holdfast.adminapi.capacity.client.TenantCapacityClients;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.client.FinOpsClients;
import dev.holdfast.adminapi.ppapi.PpapiClients;
import dev.holdfast.adminapi.vocabulary.AnswerKind;
import dev.holdfast.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Words that no page about the service shows, in every field that has a list of values: the answer
 * is read all the same, and none of them is success.
 */
class UnknownWordsWireTests {

  private static final String ID = "00000000-0000-0000-0000-000000000001";

  /** Those of Dataverse are in the tests of facts 6.5. */
  private static final Set<AnswerKind> ELSEWHERE =
      EnumSet.of(AnswerKind.REFUSAL, AnswerKind.DATAVERSE_FINOPS, AnswerKind.DATAVERSE_HISTORY);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ScriptedServer server = new ScriptedServer();
  private final AdminApi bap = BapClients.over(server.base(), Clock.systemUTC());
  private final AdminApi ppapi = PpapiClients.over(server.base(), Clock.systemUTC());
  private final FinOpsApi finOps = FinOpsClients.over(server.base(), "ppapi", Clock.systemUTC());

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Arguments> fields() {
    return Stream.of(AnswerKind.values())
        .filter(kind -> !ELSEWHERE.contains(kind))
        .flatMap(kind -> kind.fields().keySet().stream().map(field -> Arguments.of(kind, field)));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void anUnknownWordBreaksNothingAndIsNoSuccess(AnswerKind kind, String field) {
    answer(kind, field);
    switch (kind) {
      case BAP_ENVIRONMENT -> assertThat(bap.environment(ID).id()).isEqualTo(ID);
      case PPAPI_ENVIRONMENT -> assertThat(ppapi.environment(ID).id()).isEqualTo(ID);
      case BAP_BACKUP -> assertThat(bap.backups(ID)).hasSize(1);
      case PPAPI_BACKUP -> assertThat(ppapi.backups(ID)).hasSize(1);
      case BAP_OPERATION -> assertNoSuccess(bap.poll(operation("/lifecycleOperations/" + ID)));
      case PPAPI_OPERATION ->
          assertNoSuccess(ppapi.poll(operation("/environmentmanagement/operations/" + ID)));
      case FINOPS_PROPERTIES -> assertKnown(finOps.properties(ID));
      case FINOPS_ERRORS -> assertThat(finOps.errorsSince(ID, Instant.EPOCH).known()).isPresent();
      case FINOPS_VERSIONS -> assertThat(finOps.versions(ID)).isNotNull();
      case FINOPS_SETTINGS -> assertThat(finOps.maintenance(ID)).isNotNull();
      case TENANT_CAPACITY ->
          assertKnown(TenantCapacityClients.over(server.base(), "ppapi").read());
      case DATAVERSE_FINOPS, DATAVERSE_HISTORY, REFUSAL ->
          throw new IllegalArgumentException(kind.toString());
    }
  }

  private static void assertKnown(FinOpsAnswer<?> answer) {
    assertThat(answer).isInstanceOf(FinOpsAnswer.Known.class);
  }

  private static void assertNoSuccess(PollResult poll) {
    assertThat(poll)
        .isInstanceOfSatisfying(
            PollResult.Seen.class,
            seen -> assertThat(seen.operation().state()).isNotEqualTo(State.SUCCEEDED));
  }

  private OperationLocator operation(String path) {
    return new OperationLocator(ID, server.base().resolve(path));
  }

  private void answer(AnswerKind kind, String field) {
    ObjectNode row = (ObjectNode) JSON.readTree(rowOf(kind));
    put(row, field.split("\\."), 0);
    JsonNode whole =
        switch (kind) {
          case BAP_BACKUP -> JSON.createObjectNode().set("value", listOf(row));
          case PPAPI_BACKUP -> JSON.createObjectNode().set("collection", listOf(row));
          default -> row;
        };
    server.answers(200, Map.of(), whole.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ArrayNode listOf(ObjectNode row) {
    return JSON.createArrayNode().add(row);
  }

  /** Without the field under test, all is well with it. */
  private static String rowOf(AnswerKind kind) {
    return switch (kind) {
      case BAP_ENVIRONMENT -> "{\"name\":\"%s\"}".formatted(ID);
      case PPAPI_ENVIRONMENT -> "{\"id\":\"%s\"}".formatted(ID);
      case BAP_OPERATION -> "{\"id\":\"%s\",\"state\":{\"id\":\"Running\"}}".formatted(ID);
      case PPAPI_OPERATION -> "{\"operationId\":\"%s\",\"status\":\"InProgress\"}".formatted(ID);
      case BAP_BACKUP, PPAPI_BACKUP ->
          "{\"id\":\"%s\",\"label\":\"l\",\"backupPointDateTime\":\"2026-11-20T10:00:00Z\"}"
              .formatted(ID);
      case FINOPS_PROPERTIES -> "{\"appId\":\"a\",\"applicationVersion\":\"10.0.44\"}";
      case FINOPS_SETTINGS -> "{\"maintenanceWindowCadence\":\"EveryUpdate\"}";
      case TENANT_CAPACITY -> "{\"tenantCapacities\":[{\"capacityType\":\"Database\"}]}";
      default -> "{}";
    };
  }

  /** Lists are written as lists, as the service does. */
  private static void put(ObjectNode into, String[] names, int at) {
    String name = names[at];
    if (at == names.length - 1) {
      into.put(name, "Zorblax");
      return;
    }
    boolean list =
        Stream.of(
                "stages",
                "stageStatuses",
                "capacity",
                "allowedOperations",
                "disallowedOperations",
                "errors",
                "availableVersions",
                "tenantCapacities")
            .anyMatch(name::equals);
    ObjectNode next = into.path(name) instanceof ObjectNode there ? there : JSON.createObjectNode();
    into.set(name, list ? listOf(next) : next);
    put(next, names, at + 1);
  }
}
