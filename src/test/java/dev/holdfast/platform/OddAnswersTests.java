package dev.holdfast.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.platform.AdminApiException.Kind;
import dev.holdfast.platform.OddValues.Body;
import dev.holdfast.platform.bap.BapClients;
import dev.holdfast.platform.ppapi.PpapiClients;
import dev.holdfast.testing.ScriptedServer;
import dev.holdfast.testing.SettableClock;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever value stands in whatever field of an answer: nothing throws, nothing but what depends on
 * that field is lost, and what can't be read is counted or named.
 */
class OddAnswersTests {

  private static final String ID = "00000000-0000-0000-0000-000000000001";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** What of an environment depends on which field; a field that isn't here concerns nothing. */
  private static final Map<String, Set<String>> DEPENDING =
      Map.ofEntries(
          Map.entry("name", Set.of("id")),
          Map.entry("id", Set.of("id")),
          Map.entry("location", Set.of("region")),
          Map.entry("displayName", Set.of("displayName")),
          Map.entry("environmentSku", Set.of("type", "typeWord")),
          Map.entry("createdTime", Set.of("createdAt")),
          Map.entry("lastModifiedTime", Set.of("modifiedAt")),
          Map.entry("createdBy", Set.of("createdBy")),
          Map.entry("linkedEnvironmentMetadata", Set.of("dataverse", "securityGroupId")),
          Map.entry("linkedAppMetadata", Set.of("finOps")),
          Map.entry("capacity", Set.of("capacities")),
          Map.entry("retentionPeriod", Set.of()),
          Map.entry("retentionDetails", Set.of("retention")),
          Map.entry("states", Set.of("managementState", "runtimeState", "runtimeReason")),
          Map.entry("protectionStatus", Set.of("customerKey")),
          Map.entry("enterprisePolicies", Set.of("networkPolicy", "keyPolicy", "customerKey")),
          Map.entry("parentEnvironmentGroup", Set.of("groupId")),
          Map.entry("governanceConfiguration", Set.of("managed")),
          Map.entry("lifecycleOperationsEnforcement", Set.of("enforcement")),
          Map.entry("type", Set.of("type", "typeWord")),
          Map.entry("geo", Set.of("region")),
          Map.entry("createdDateTime", Set.of("createdAt")),
          Map.entry("deletedDateTime", Set.of("managementState")),
          Map.entry("dataverseId", Set.of("dataverse")),
          Map.entry("url", Set.of("dataverse")),
          Map.entry("version", Set.of("dataverse")),
          Map.entry("state", Set.of("managementState", "runtimeState")),
          Map.entry("adminMode", Set.of("runtimeState")),
          Map.entry("backgroundOperationsState", Set.of("dataverse")),
          Map.entry("protectionLevel", Set.of("managed")),
          Map.entry("environmentGroupId", Set.of("groupId")),
          Map.entry("securityGroupId", Set.of("securityGroupId")),
          Map.entry("finOpsMetadata", Set.of("finOps")));

  /** The names by which something in the fixtures tells what it is. */
  enum Mapping {
    BAP("bap", "value", BapClients::over),
    PPAPI("ppapi", "collection", PpapiClients::over);

    private final String folder;
    private final String list;
    private final BiFunction<URI, Clock, AdminApi> client;

    Mapping(String folder, String list, BiFunction<URI, Clock, AdminApi> client) {
      this.folder = folder;
      this.list = list;
      this.client = client;
    }
  }

  @AutoClose private final ScriptedServer server = new ScriptedServer();

  /** All in one list, because that is one answer; what only one read alone has is asked below. */
  @ParameterizedTest
  @EnumSource
  void anOddFieldOfAnEnvironmentCostsNothingElseAndTheRowsAreCounted(Mapping mapping) {
    AdminApi api = api(mapping);
    JsonNode whole = environmentOf(mapping);
    answers("value", whole);
    Map<String, Object> right = fields(api.environments().get(0));
    List<Body> bodies = OddValues.in(whole).toList();
    Map<String, Body> byId = new LinkedHashMap<>();
    List<JsonNode> rows = new ArrayList<>();
    for (Body body : bodies) {
      String id = "row-" + rows.size();
      boolean identity = depending(body.path()).contains("id");
      rows.add(identity ? body.json() : withId(body.json(), id));
      byId.put(id, body);
    }

    answers("value", rows.toArray(JsonNode[]::new));
    Map<String, Environment> read =
        api.environments().stream()
            .filter(one -> byId.containsKey(one.id()))
            .collect(Collectors.toMap(Environment::id, one -> one));

    byId.forEach(
        (id, body) -> {
          if (depending(body.path()).contains("id")) {
            return;
          }
          assertThat(read).as("%s", body).containsKey(id);
          check(body, fields(read.get(id)), right);
        });
    assertThat(read.values())
        .extracting(one -> String.join(" ", one.unreadable()))
        .as("what can't be read is named")
        .anyMatch(parts -> !parts.isEmpty());
  }

  private static void check(Body body, Map<String, Object> read, Map<String, Object> right) {
    Set<String> lost = new TreeSet<>();
    read.forEach(
        (name, value) -> {
          if (!Objects.equals(value, right.get(name))) {
            lost.add(name);
          }
        });
    lost.removeAll(Set.of("unreadable", "id"));
    Set<String> allowed = new TreeSet<>(depending(body.path()));
    if (body.path().equals("properties")) {
      allowed.addAll(read.keySet());
    }
    assertThat(allowed).as("%s", body).containsAll(lost);
    if (body.hasAnotherShape() && !lost.isEmpty()) {
      assertThat((List<?>) read.get("unreadable")).as("%s", body).isNotEmpty();
    }
  }

  @Test
  void anOddFieldOfARulingCostsNothingElse() {
    AdminApi api = api(Mapping.BAP);
    JsonNode whole = environmentOf(Mapping.BAP);
    Map<String, Object> right = fields(alone(api, whole));
    OddValues.in(whole)
        .filter(body -> body.path().contains("lifecycleOperationsEnforcement"))
        .forEach(body -> check(body, fields(alone(api, body.json())), right));
  }

  @ParameterizedTest
  @EnumSource
  void aRowWithoutAnIdIsCounted(Mapping mapping) {
    AdminApi api = api(mapping);
    JsonNode whole = environmentOf(mapping);
    answers(
        "value",
        whole,
        withId(whole, "other"),
        without(whole, "id", "name"),
        MAPPER.readTree("7"),
        MAPPER.readTree("null"),
        MAPPER.readTree("[]"),
        whole);
    ServiceList<Environment> all = api.environments();
    assertThat(all).extracting(Environment::id).containsExactly(ID, "other");
    assertThat(all.unreadable()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void anOddFieldOfABackupCostsNothingElseAndTheRowsAreCounted(Mapping mapping) {
    AdminApi api = api(mapping);
    JsonNode whole = json(mapping.folder + "/backups-list.synthetic.json").get(mapping.list).get(0);
    answers(mapping.list, whole);
    Map<String, Object> right = fields(api.backups(ID).get(0));
    Map<String, String> parts =
        Map.of(
            "label", "label",
            "notes", "notes",
            "backupPointDateTime", "point",
            "backupExpiryDateTime", "expires",
            "createdBy", "createdBy");
    List<Body> bodies = OddValues.in(whole).filter(body -> !body.path().equals("id")).toList();
    List<JsonNode> rows = new ArrayList<>();
    bodies.forEach(body -> rows.add(with(body.json(), "id", "row-" + rows.size())));

    answers(mapping.list, rows.toArray(JsonNode[]::new));
    ServiceList<Backup> all = api.backups(ID);

    assertThat(all.size() + all.unreadable()).isEqualTo(rows.size());
    assertThat(all.unreadable()).isPositive();
    for (int i = 0; i < bodies.size(); i++) {
      Body body = bodies.get(i);
      String field = body.path().split("/")[0];
      String id = "row-" + i;
      Optional<Backup> read = all.stream().filter(one -> one.id().equals(id)).findFirst();
      assertThat(read.isPresent() || field.equals("backupPointDateTime")).as("%s", body).isTrue();
      read.ifPresent(
          backup ->
              fields(backup)
                  .forEach(
                      (name, value) -> {
                        if (!name.equals("id") && !name.equals(parts.get(field))) {
                          assertThat(value).as("%s", body).isEqualTo(right.get(name));
                        }
                      }));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOddFieldOfAnOperationCostsNothingElseAndNoneIsLeftOut(Mapping mapping) {
    AdminApi api = api(mapping);
    String file =
        mapping == Mapping.BAP
            ? "bap/operation-failed-with-error.synthetic.json"
            : "ppapi/operation-failed-in-a-stage.json";
    JsonNode whole = json(file);
    answers(mapping.list, whole);
    Operation right = api.operations(ID).get(0);
    Set<String> deciding = Set.of("id", "operationId", "state", "status");
    List<Body> bodies = OddValues.in(whole).toList();

    answers(mapping.list, bodies.stream().map(Body::json).toArray(JsonNode[]::new));
    List<Operation> all = api.operations(ID);

    assertThat(all).hasSize(bodies.size());
    long undecided =
        bodies.stream().filter(body -> deciding.contains(body.path().split("/")[0])).count();
    assertThat(all)
        .filteredOn(one -> one.state() == right.state() && one.id().equals(right.id()))
        .hasSizeGreaterThanOrEqualTo(bodies.size() - (int) undecided);
  }

  @ParameterizedTest
  @EnumSource
  void anOddFieldOfWhatDataverseSaysCostsNothingElse(Mapping mapping) {
    AdminApi api = api(mapping);
    String described = MAPPER.writeValueAsString(environmentOf(mapping));
    Environment environment =
        alone(
            api,
            MAPPER.readTree(
                described.replaceAll(
                    "https://[a-z0-9-]+\\.crm\\d+\\.dynamics\\.com/?", server.base() + "/org")));
    JsonNode whole = json("bap/finops-details.json");
    OddValues.in(whole)
        .forEach(
            body -> {
              server.answers(200, Map.of(), bytes(body.json()));
              Optional<FinOpsDeployment> read = api.finOpsDeployment(environment);
              if (!body.path().equals("applicationdeploymenttype")) {
                assertThat(read.map(FinOpsDeployment::deploymentType))
                    .as("%s", body)
                    .contains("OnlineDev");
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void anOddAnswerToAnOrderStillSaysThatItWasTaken(Mapping mapping) {
    AdminApi api = api(mapping);
    JsonNode whole = json(mapping.folder + "/backup-created.json");
    OddValues.in(whole)
        .forEach(
            body -> {
              server.answers(201, Map.of(), bytes(body.json()));
              assertThat(api.createBackup(new BackupOrder(ID, "a label", ""))).isNotNull();
            });
  }

  @ParameterizedTest
  @EnumSource
  void anOddBodyOfAFailureIsAFailureAllTheSame(Mapping mapping) {
    AdminApi api = api(mapping);
    JsonNode whole =
        mapping == Mapping.BAP
            ? json("bap/error-409-OperationNotStartable.json")
            : json("ppapi/validation-error.synthetic.json");
    OddValues.in(whole)
        .forEach(
            body -> {
              server.answers(400, Map.of(), bytes(body.json()));
              assertThat(
                      catchThrowableOfType(AdminApiException.class, () -> api.environment(ID))
                          .kind())
                  .as("%s", body)
                  .isEqualTo(Kind.INVALID);
            });
  }

  @Test
  void candidatesThatCannotBeReadAreCounted() {
    JsonNode whole = json("ppapi/restore-candidates.synthetic.json").get("collection").get(0);
    List<JsonNode> rows = OddValues.in(whole).map(Body::json).toList();
    answers("collection", rows.toArray(JsonNode[]::new));
    ServiceList<RestoreCandidate> all = api(Mapping.PPAPI).restoreCandidates(ID);
    assertThat(all.size() + all.unreadable()).isEqualTo(rows.size());
    assertThat(all.unreadable()).isPositive();
  }

  private AdminApi api(Mapping mapping) {
    return mapping.client.apply(
        server.base(), new SettableClock(Instant.parse("2026-11-20T10:00:00Z")));
  }

  private Environment alone(AdminApi api, JsonNode body) {
    server.answers(200, Map.of(), bytes(body));
    return api.environment(ID);
  }

  private JsonNode environmentOf(Mapping mapping) {
    return json("odd/%s-environment.json".formatted(mapping.folder));
  }

  private void answers(String list, JsonNode... rows) {
    server.answers(200, Map.of(), bytes(MAPPER.valueToTree(Map.of(list, List.of(rows)))));
  }

  private static JsonNode withId(JsonNode environment, String id) {
    return with(environment, environment.has("name") ? "name" : "id", id);
  }

  private static JsonNode with(JsonNode object, String field, String text) {
    return ((ObjectNode) object.deepCopy()).put(field, text);
  }

  private static JsonNode without(JsonNode object, String... fields) {
    return ((ObjectNode) object.deepCopy()).remove(List.of(fields));
  }

  private static Set<String> depending(String path) {
    String field = path.startsWith("properties/") ? path.substring("properties/".length()) : path;
    return DEPENDING.getOrDefault(field.split("/")[0], Set.of());
  }

  private static Map<String, Object> fields(Record record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        fields.put(component.getName(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return fields;
  }

  private JsonNode json(String file) {
    return MAPPER.readTree(server.file(file));
  }

  private static byte[] bytes(JsonNode json) {
    return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
  }
}
