package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The deletion of a backup from the typed command to the notice, over HTTP to both sides. */
class DeleteBackupFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Not to be deleted
          environments: {names: [Contoso Sales]}
          held: {request: "*"}
          data-leaves: {request: "*", approve: %1$s}
          overwritten: {request: "*", approve: %1$s}
        - name: All
          environments: all
          data-leaves: {request: "*", approve: %1$s, approvals: 0}
          overwritten: {request: "*", approve: %1$s, safety-backup: required}
          held: {request: "*"}
          recovery-changed: {request: "*", approve: %1$s}
      """;

  private static final String GOLDEN = "Golden configuration";

  @TempDir private Path folder;

  @Override
  Map<String, Object> settings() {
    return under(write(folder.resolve("policy.yaml"), POLICY.formatted(megan.entraId())));
  }

  private void start(Choice api) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("holdfast.admin-api.api", api);
    start(Databases.H2.fresh(), more);
    install();
  }

  @ParameterizedTest
  @EnumSource
  void aBackupIsDeletedByOneCallAndThenGone(Choice api) {
    start(api);
    FakeMessage review = review(GOLDEN, "Contoso UAT");
    assertThat(review.text())
        .contains("What will be lost", "The backup Golden configuration of Contoso UAT from")
        .contains("It can't be restored or recovered after that.", "It was made by")
        .contains("Deleting a backup can't be undone.");
    submit(review, "Contoso UAT");
    FakeMessage approval = approval("R-1001");
    assertThat(approval.text()).contains("Approve deleting this backup?", GOLDEN, "made by");
    assertThat(calls("backup-deletion")).isZero();
    meganChat.clicks(megan, approval, "request.approve", Map.of());

    FakeMessage notice =
        alexChat.awaitText("The backup “Golden configuration” of Contoso UAT is deleted");
    assertThat(notice.text()).contains("no longer listed");
    assertThat(calls("backup-deletion")).isEqualTo(1);
    assertOrderedThrough(api, AdminApiFlavor.PPAPI);
    alexChat.says(alex, "history Contoso UAT");
    alexChat.awaitText("deletion of the backup “Golden configuration” of Contoso UAT");
    FakeMessage backups = backups("Contoso UAT");
    assertThat(backups.text()).contains("Before import of open orders").doesNotContain(GOLDEN);
    assertThat(offers(backups, "deletion.form")).isTrue();
    alexChat.says(alex, "undo R-1001").awaitText("There's nothing to undo for R-1001");
  }

  /** The answers to all orders on Contoso Cutoff are lost. */
  @ParameterizedTest
  @EnumSource
  void aLostAnswerLeadsToTheListAndNotToASecondCall(Choice api) {
    start(api);
    backUp("Contoso Cutoff", "before go-live");
    submit(review("before go-live", "Contoso Cutoff"), "Contoso Cutoff");
    approve("R-1002");
    alexChat.awaitText("The backup “before go-live” of Contoso Cutoff is deleted");
    assertThat(calls("backup-deletion")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodyElseHasDeletedIsNoSuccess(Choice api) throws Exception {
    start(api);
    submit(review(GOLDEN, "Contoso UAT"), "Contoso UAT");
    FakeMessage approval = approval("R-1001");
    deleteElsewhere();
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    FakeMessage notice = alexChat.awaitText("R-1001 wasn't started");
    assertThat(notice.text()).contains("no longer has the backup Golden configuration");
    assertThat(calls("backup-deletion")).isEqualTo(1); // not ours
  }

  @Test
  void theSafetyBackupOfARequestIsNamedAsWhatItsUndoNeeds() {
    start(Choice.BOTH);
    submitRestore("Contoso UAT", "Contoso Dev");
    meganChat.clicks(
        megan,
        meganChat.awaitMessage(
            "the approval", m -> m.text().contains("R-1001") && offers(m, "request.approve")),
        "request.approve",
        Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    String label = "Holdfast R-1001 before restore";
    FakeMessage review = review(label, "Contoso Dev");
    assertThat(review.text()).contains("R-1001 can no longer be undone from its safety backup.");
    submit(review, "Contoso Dev");
    FakeMessage approval = approval("R-1002");
    assertThat(approval.text()).contains("R-1001 can no longer be undone from its safety backup.");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    alexChat.awaitText("The backup “%s” of Contoso Dev is deleted".formatted(label));
    alexChat.says(alex, "undo R-1001");
    alexChat.awaitText("The safety backup of R-1001 no longer exists.");
  }

  @Test
  void whatAnOpenRequestRestoresStays() {
    start(Choice.BOTH);
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(
        alex,
        form,
        "restore.review",
        Map.of("reason", "fresh data", "pointKind", "backup", "backup", idOf(GOLDEN)));
    FakeMessage restore = alexChat.awaitMessage("the review", m -> offers(m, "restore.submit"));
    alexChat.clicks(alex, restore, "restore.submit", Map.of("confirm", "Contoso Dev"));
    alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(restore.id()) && m.text().contains("R-1001"));

    FakeMessage review =
        ask("delete backup %s of Contoso UAT".formatted(GOLDEN), "deletion.form", "no review");
    assertThat(review.text())
        .contains("A request for Contoso UAT isn't over, and it needs this backup.");
    assertThat(offers(review, "deletion.submit")).isFalse();
  }

  @Test
  void withoutTheRightNobodyDeletesWhatTheyMayBackUp() {
    start(Choice.BOTH);
    backUp("Contoso Sales", "mine");
    assertThat(offers(backups("Contoso Sales"), "deletion.form")).isFalse();
    FakeMessage review = ask("delete backup mine of Contoso Sales", "deletion.form", "the refusal");
    assertThat(review.text())
        .contains("The policy doesn't allow changes to what Contoso Sales can be restored to.");
    assertThat(offers(review, "deletion.submit")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aRehearsalNamesTheCallAndSendsNone(Choice api) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("holdfast.admin-api.api", api);
    more.put("holdfast.rehearsal", true);
    start(Databases.H2.fresh(), more);
    install();
    submit(review(GOLDEN, "Contoso UAT"), "Contoso UAT");
    approve("R-1001");
    FakeMessage notice = alexChat.awaitText("Rehearsal: R-1001 would have started");
    assertThat(notice.text()).contains("(1) DELETE /", "/backups/" + idOf(GOLDEN));
    assertThat(calls("backup-deletion")).isZero();
  }

  private FakeMessage review(String label, String environment) {
    return ask(
        "delete backup %s of %s".formatted(label, environment), "deletion.submit", "the review");
  }

  /** From the typed command to the review. */
  private FakeMessage ask(String command, String verb, String what) {
    alexChat.says(alex, command);
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "deletion.review"));
    alexChat.clicks(alex, form, "deletion.review", Map.of("reason", "cleaned up"));
    return alexChat.awaitMessage(what, m -> m.id().equals(form.id()) && offers(m, verb));
  }

  private void submit(FakeMessage review, String environment) {
    alexChat.clicks(alex, review, "deletion.submit", Map.of("confirm", environment));
    alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(review.id()) && !offers(m, "deletion.submit"));
  }

  private FakeMessage approval(String id) {
    return meganChat.awaitMessage(
        "the approval of " + id, m -> m.text().contains(id) && offers(m, "request.approve"));
  }

  private void approve(String id) {
    meganChat.clicks(megan, approval(id), "request.approve", Map.of());
  }

  private void backUp(String environment, String label) {
    alexChat.says(alex, "backup %s as %s".formatted(environment, label));
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    alexChat.clicks(alex, form, "backup.submit", Map.of());
    alexChat.awaitText(environment + " is backed up");
  }

  private FakeMessage backups(String environment) {
    alexChat.says(alex, "backups " + environment);
    return alexChat.awaitMessage(
        "the backups", m -> m.text().contains("Manual backups") && m.text().contains(environment));
  }

  /** Of a backup of Contoso UAT, as the simulator knows it. */
  private String idOf(String label) {
    return stateOfSimulator()
        .path("backups")
        .valueStream()
        .filter(backup -> backup.path("label").asString().equals(label))
        .map(backup -> backup.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private void deleteElsewhere() throws IOException, InterruptedException {
    String environment =
        stateOfSimulator()
            .path("backups")
            .valueStream()
            .filter(backup -> backup.path("id").asString().equals(idOf(GOLDEN)))
            .map(backup -> backup.path("environmentId").asString())
            .findFirst()
            .orElseThrow();
    String path =
        "/environmentmanagement/environments/%s/backups/%s?api-version=2024-10-01"
            .formatted(environment, idOf(GOLDEN));
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(simulator.baseUrl().resolve(path))
                    .header("Authorization", "Bearer of an administrator")
                    .DELETE()
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(204);
  }
}
