package dev.holdfast.adminapi.ppapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.AdminOperation.State;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import dev.holdfast.adminapi.RestoreCandidate;
import dev.holdfast.adminapi.ServiceList;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of the Power Platform API, in their two shapes, to the last page. */
@DisplayName("facts 2 | lists")
class ListTests extends WireTest {

  private static final String LIST = ROOT + "/environments?" + VERSION;
  private static final String BACKUPS = ENVIRONMENT + "/backups?" + VERSION;

  private void firstPageLinkingTo(String next) {
    String page = new String(server.file("ppapi/environments-page-1.json"), StandardCharsets.UTF_8);
    answers(200, page.replace("@NEXT@", next));
  }

  @Test
  @DisplayName("facts 2 | list envs: GET /environments without $top, as it was seen to answer")
  void environments() {
    server.answers(200, "ppapi/environments-list.json");
    List<Environment> environments = api.environments();
    onlyAsked("GET", LIST);
    assertThat(environments)
        .extracting(Environment::id, Environment::type, Environment::region)
        .containsExactly(
            tuple(
                "Default-00000000-0000-0000-0000-00000000000d",
                EnvironmentType.DEFAULT,
                "unitedstates"),
            tuple("00000000-0000-0000-0000-000000000002", EnvironmentType.TRIAL, "unitedstates"));
    Environment trial = environments.get(1);
    assertThat(trial.managementState()).contains("NotSpecified");
    assertThat(trial.runtimeState()).contains("Enabled");
    assertThat(trial.managed()).contains(false);
    assertThat(trial.dataverse()).isPresent();
    assertThat(trial.finOps()).isEqualTo(new FinOpsLink.None());
  }

  @ParameterizedTest
  @DisplayName(
      "facts 2 | list envs: @odata.nextlink, whole or without a host, however it is spelled")
  @ValueSource(strings = {"@odata.nextlink", "@odata.nextLink", "nextLink"})
  void nextLink(String name) {
    String next = LIST + "&$skiptoken=2";
    String page = new String(server.file("ppapi/environments-page-1.json"), StandardCharsets.UTF_8);
    answers(200, page.replace("@odata.nextlink", name).replace("@NEXT@", server.base() + next));
    server.answers(200, "ppapi/environments-page-2.json");
    assertThat(api.environments())
        .extracting(Environment::displayName)
        .containsExactly("First", "Second");
    assertThat(server.asked().get(1).target()).isEqualTo(next);
    firstPageLinkingTo(next);
    server.answers(200, "ppapi/environments-page-2.json");
    assertThat(api.environments()).hasSize(2);
  }

  @ParameterizedTest
  @DisplayName("facts 1.5, 2 | list envs: a strange next link gets no token and fails the whole")
  @ValueSource(strings = {"https://evil.example/next", "https://api.bap.microsoft.com/next", "a b"})
  void strangeLink(String link) {
    firstPageLinkingTo(link);
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.GARBLED);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  @DisplayName("facts 2 | list envs: pages that go round in a circle, or fail, fail the whole")
  void noHalfList() {
    firstPageLinkingTo(LIST);
    firstPageLinkingTo(LIST);
    assertThat(failure(api::environments)).hasMessageContaining("circle");
    firstPageLinkingTo("/next");
    server.answers(403, "ppapi/error-403-Forbidden.json");
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  @DisplayName(
      "facts 2 | list envs: one odd part costs only itself, rows without an id are counted")
  void oddOnes() {
    server.answers(200, "ppapi/environments-with-odd-ones.json");
    ServiceList<Environment> environments = api.environments();
    assertThat(environments.unreadable()).isEqualTo(3);
    assertThat(environments)
        .extracting(Environment::displayName)
        .containsExactly(
            "Plain",
            "Shaped unlike any other",
            "In new words",
            "00000000-0000-0000-0000-000000000004");
    Environment shapedOddly = environments.get(1);
    assertThat(shapedOddly.type()).isEqualTo(EnvironmentType.SANDBOX);
    assertThat(shapedOddly.finOps()).isEqualTo(new FinOpsLink.Unknown(""));
    assertThat(shapedOddly.unreadable())
        .containsExactlyInAnyOrder("retentionDetails", "finOpsMetadata");
    Environment odd = environments.get(2);
    assertThat(odd.typeWord()).isEqualTo("Elastic");
    assertThat(odd.finOps()).isEqualTo(new FinOpsLink.Unknown("Federated"));
    assertThat(odd.managementState()).contains("Migrating");
    assertThat(odd.runtimeState()).contains("Perhaps");
    assertThat(odd.managed()).isEmpty();
    assertThat(odd.retention()).isEmpty();
    assertThat(odd.createdAt()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("facts 2 | lists: anything but a list is none")
  @ValueSource(strings = {"{}", "[]", "{\"value\":7}", "{\"collection\":{}}", "<html>", ""})
  void noList(String body) {
    answers(200, body);
    assertThat(failure(api::environments).kind()).isEqualTo(Kind.GARBLED);
    answers(200, body);
    assertThat(failure(() -> api.operations(ID)).kind()).isEqualTo(Kind.GARBLED);
  }

  @Test
  @DisplayName("facts 2 | list backups: {collection, continuationToken}, EnvironmentBackup")
  void backups() {
    server.answers(200, "ppapi/backups-list.synthetic.json");
    List<Backup> backups = api.backups(ID);
    onlyAsked("GET", BACKUPS);
    assertThat(backups)
        .singleElement()
        .satisfies(
            backup -> {
              assertThat(backup.id()).isEqualTo("942308ee-b1ba-433e-a08c-34b3d9ecaeef");
              assertThat(backup.label()).isEqualTo("before-upgrade-10.0.44");
              assertThat(backup.point()).isEqualTo(Instant.parse("2026-03-10T09:15:00Z"));
              assertThat(backup.expires()).contains(Instant.parse("2026-03-17T09:15:00Z"));
              assertThat(backup.createdBy()).contains("ServicePrincipal");
            });
  }

  @Test
  @DisplayName("facts 2 | list backups: all pages by continuationToken, newest first")
  void backupPages() {
    server.answers(200, "ppapi/backups-page-1.json").answers(200, "ppapi/backups-page-2.json");
    assertThat(api.backups(ID)).extracting(Backup::label).containsExactly("newer", "older");
    assertThat(server.asked().get(1).target())
        .isEqualTo(BACKUPS + "&continuationToken=after%2F1%20%2B%26%25%3D%3F%C3%BC");
    assertThat(server.asked().get(1).header("Authorization"))
        .isEqualTo("Bearer token for https://api.powerplatform.com");
  }

  @Test
  @DisplayName("facts 2 | list backups: a token that comes again is a circle")
  void backupCircle() {
    server
        .answers(200, "ppapi/backups-page-1.json")
        .answers(200, "ppapi/backups-page-1.json")
        .answers(200, "ppapi/backups-page-1.json");
    assertThat(failure(() -> api.backups(ID))).hasMessageContaining("circle");
  }

  @Test
  @DisplayName("facts 2 | list backups: {value} will do as well, and one of another shape is kept")
  void backupsUnderValue() {
    answers(
        200,
        "{\"value\":[{\"id\":\"1\",\"label\":7,\"backupPointDateTime\":\"2026-03-10T09:15:00\","
            + "\"createdBy\":[]},null,{\"backupPointDateTime\":\"soon\"}]}");
    assertThat(api.backups(ID))
        .singleElement()
        .satisfies(
            backup -> {
              assertThat(backup.label()).isEqualTo("7");
              assertThat(backup.point()).isEqualTo(Instant.parse("2026-03-10T09:15:00Z"));
            });
  }

  @Test
  @DisplayName("facts 2 | restore candidates: GET /environments/{SOURCE}/restoreCandidates")
  void candidates() {
    server.answers(200, "ppapi/restore-candidates.synthetic.json");
    assertThat(api.restoreCandidates(ID)).containsExactly(new RestoreCandidate(ID, "Contoso UDE"));
    onlyAsked("GET", ENVIRONMENT + "/restoreCandidates?" + VERSION);
    answers(200, "{\"collection\":[{\"environmentId\":\"x\"},{\"displayName\":\"nobody\"}, 7]}");
    assertThat(api.restoreCandidates(ID)).containsExactly(new RestoreCandidate("x", "x"));
  }

  @Test
  @DisplayName("facts 2 | operations of env: newest first, without those that only checked")
  void operations() {
    server.answers(200, "ppapi/operations-list.json");
    List<AdminOperation> operations = api.operations(ID);
    onlyAsked("GET", ENVIRONMENT + "/operations?" + VERSION);
    assertThat(operations)
        .extracting(operation -> operation.type() + " " + operation.stateWord())
        .startsWith("Restore InProgress", "Edit Succeeded")
        .doesNotContain("Restore ValidationPassed");
    assertThat(operations.get(0).ref())
        .isEqualTo(
            new OperationLocator(
                ID,
                server
                    .base()
                    .resolve(
                        ENVIRONMENT
                            + "/operations/00000000-0000-0000-0000-0000000000a2?"
                            + VERSION)));
  }

  /** Left out, it might be a restore that runs and that is then ordered again. */
  @Test
  @DisplayName("facts 2 | operations of env: one that cannot be read is kept as unknown")
  void oddOperations() {
    server.answers(200, "ppapi/operations-list.json").answers(200, "ppapi/operations-list.json");
    List<AdminOperation> odd = api.operations(ID).stream().skip(2).toList();
    assertThat(odd).hasSize(4).allMatch(operation -> operation.state() == State.UNKNOWN);
    assertThat(api.poll(odd.get(0).ref())).isInstanceOf(PollResult.Nothing.class);
  }

  @Test
  @DisplayName("facts 2 | operations of env: a check that is not over may become a restore")
  void runningCheck() {
    answers(
        200,
        "{\"collection\":[{\"operationId\":\"1\",\"name\":\"Restore\","
            + "\"status\":\"ValidationPassed\",\"endTime\":null}]}");
    assertThat(api.operations(ID)).singleElement().matches(op -> op.state() == State.UNKNOWN);
  }

  @ParameterizedTest
  @DisplayName("facts 2 | lists: 400 401 403 404 429")
  @ValueSource(ints = {400, 401, 403, 404, 429})
  void refused(int status) {
    for (int i = 0; i < 20; i++) {
      server.answers(status, Map.of("Retry-After", "3600"));
    }
    Kind kind =
        switch (status) {
          case 400 -> Kind.INVALID;
          case 401 -> Kind.UNAUTHORIZED;
          case 403 -> Kind.FORBIDDEN;
          case 404 -> Kind.NOT_FOUND;
          default -> Kind.THROTTLED;
        };
    AdminApiException e = failure(() -> api.backups(ID));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e).hasMessageContaining("list the backups of environment " + ID);
  }
}
