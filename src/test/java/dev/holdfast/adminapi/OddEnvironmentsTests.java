package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.OddValues.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever value stands in whatever field of an environment: nothing throws, nothing but what
 * depends on that field is lost, and what can't be read is counted or named.
 */
class OddEnvironmentsTests extends OddAnswers {

  /** What of an environment depends on which field; a field that isn't here concerns nothing. */
  private static final Map<String, Set<String>> DEPENDING =
      Map.ofEntries(
          Map.entry("name", Set.of("id")),
          Map.entry("id", Set.of("id")),
          Map.entry("location", Set.of("region")),
          Map.entry("displayName", Set.of("displayName")),
          Map.entry("environmentSku", Set.of("type", "typeWord")),
          Map.entry("provisioningState", Set.of("provisioningState")),
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

  private static Set<String> depending(String path) {
    String field = path.startsWith("properties/") ? path.substring("properties/".length()) : path;
    return DEPENDING.getOrDefault(field.split("/")[0], Set.of());
  }
}
