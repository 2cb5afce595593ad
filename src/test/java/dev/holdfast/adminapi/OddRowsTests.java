package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.OddValues.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** As {@link OddEnvironmentsTests}, for all else that is read. */
class OddRowsTests extends OddAnswers {

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
    AdminOperation right = api.operations(ID).get(0);
    Set<String> deciding = Set.of("id", "operationId", "state", "status");
    List<Body> bodies = OddValues.in(whole).toList();

    answers(mapping.list, bodies.stream().map(Body::json).toArray(JsonNode[]::new));
    List<AdminOperation> all = api.operations(ID);

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
}
