package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.store.RequestRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.SteppedHoldfast;
import dev.holdfast.testing.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Backups of several environments from the typed command to the notice, over HTTP to both sides.
 */
class SeveralBackupsFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Nobody backs it up
          environments: {names: [Contoso Sales]}
          data-leaves: {request: "*", approvals: 0}
        - name: All
          environments: all
          data-leaves: {request: "*", approvals: 0}
          overwritten: {request: "*", approvals: 0}
          held: {request: "*", approve: %1$s, approvals: 1}
      may-freeze: %2$s
      """;

  private static final String COMMAND = "backup Contoso UAT, Contoso Dev, Contoso Test as go-live";

  private static final Map<String, String> IDS =
      Map.of(
          "Contoso UAT", "c0a50000-0000-4000-8000-000000000002",
          "Contoso Dev", "c0a50000-0000-4000-8000-000000000003",
          "Contoso Test", "c0a50000-0000-4000-8000-000000000004");

  @TempDir private Path folder;
  private final TestDatabase database = Databases.H2.fresh();
  private String approver = megan.entraId();

  @Override
  Map<String, Object> settings() {
    return under(write(folder.resolve("policy.yaml"), POLICY.formatted(approver, megan.entraId())));
  }

  private void begin(Choice api) {
    begin(Map.of("holdfast.admin-api.api", api));
  }

  private void begin(Map<String, Object> more) {
    start(database, new LinkedHashMap<>(more));
    install();
  }

  private FakeMessage form(String command) {
    alexChat.says(alex, command);
    return alexChat.awaitMessage("the form", m -> offers(m, "several.submit"));
  }

  /** From the typed command to the request's card. */
  private FakeMessage submit(String command) {
    FakeMessage form = form(command);
    alexChat.clicks(alex, form, "several.submit", Map.of("reason", "the release"));
    return alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(form.id()) && m.text().contains("R-1001"));
  }

  private FakeMessage approval() {
    return meganChat.awaitMessage("the approval", m -> offers(m, "request.approve"));
  }

  private void approve() {
    meganChat.clicks(megan, approval(), "request.approve", Map.of());
  }

  private RequestState state(int number) {
    return holdfast()
        .get(RequestRepository.class)
        .find(new RequestId(number))
        .orElseThrow()
        .state();
  }

  private List<RequestState> statesOfParts() {
    return List.of(state(1002), state(1003), state(1004));
  }

  private void goesWrong(String environment, String kind) throws Exception {
    String body =
        "{\"environment\":\"%s\",\"faults\":[{\"kind\":\"%s\"}]}"
            .formatted(IDS.get(environment), kind);
    HttpRequest order =
        HttpRequest.newBuilder(simulator.baseUrl().resolve("/simulator/faults"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status =
        HttpClient.newHttpClient().send(order, HttpResponse.BodyHandlers.discarding()).statusCode();
    assertThat(status).isEqualTo(204);
  }

  @ParameterizedTest
  @EnumSource
  void oneApprovalLeadsToOneCallForEachEnvironment(Choice api) {
    begin(api);
    FakeMessage card = submit(COMMAND);
    FakeMessage approval = approval();
    assertThat(approval.text())
        .contains("Approve these backups?", "3 environments", "go-live", "the release")
        .contains("Contoso UAT", "Contoso Dev", "Contoso Test");
    assertThat(backupCalls()).isZero();
    meganChat.clicks(megan, approval, "request.approve", Map.of());

    FakeMessage notice =
        alexChat.awaitText("Contoso Dev, Contoso Test, and Contoso UAT are backed up");
    assertThat(notice.text()).contains("3 of 3 succeeded.");
    assertThat(backupCalls()).isEqualTo(3);
    assertOrderedThrough(api, AdminApiFlavor.BAP);
    assertThat(statesOfParts()).containsOnly(RequestState.SUCCEEDED);
    holdfast().settle();
    assertThat(alexChat.messages())
        .noneMatch(m -> m.text().contains("Contoso Dev is backed up"))
        .filteredOn(m -> m.text().contains("3 of 3 succeeded."))
        .hasSize(2); // the card and the notice
    assertThat(card.text()).contains("R-1002", "R-1003", "R-1004", "Contoso Test");
    alexChat.clicks(alex, card, "request.show", Map.of());
    assertThat(alexChat.awaitText("Part of").text()).contains("R-1001", "Succeeded");
    alexChat.says(alex, "history");
    assertThat(alexChat.awaitText("R-1004").text()).contains("Contoso Dev and 2 more");
  }

  @ParameterizedTest
  @EnumSource
  void aFailureOfOneDoesNotStopTheOthersAndIsNoSuccess(Choice api) throws Exception {
    begin(api);
    goesWrong("Contoso Dev", "order-400");
    FakeMessage card = submit(COMMAND);
    approve();
    FakeMessage notice =
        alexChat.awaitText(
            "Not all backups of Contoso Dev, Contoso Test, and Contoso UAT succeeded");
    assertThat(notice.text()).contains("2 of 3 succeeded. Contoso Dev: failed.");
    assertThat(state(1001)).isEqualTo(RequestState.FAILED);
    assertThat(statesOfParts())
        .containsExactly(RequestState.FAILED, RequestState.SUCCEEDED, RequestState.SUCCEEDED);
    assertThat(backupCalls()).isEqualTo(3);
    assertThat(card.text()).contains("Failed", "R-1002");
  }

  /** The answers to all orders on Contoso Cutoff are lost. */
  @ParameterizedTest
  @EnumSource
  void aLostAnswerLeadsToNoSecondCall(Choice api) {
    begin(api);
    submit("backup Contoso UAT, Contoso Cutoff as go-live");
    approve();
    alexChat.awaitText("Contoso Cutoff and Contoso UAT are backed up");
    assertThat(backupCalls()).isEqualTo(2);
  }

  @Test
  void aRestartBetweenThePartsDoublesNothing() {
    begin(Choice.BAP);
    submit(COMMAND);
    approve();
    for (int restarts = 0; restarts < 6; restarts++) {
      holdfast().step();
      start(database, Map.of("holdfast.admin-api.api", Choice.BAP));
    }
    alexChat.awaitText("Contoso Dev, Contoso Test, and Contoso UAT are backed up");
    assertThat(backupCalls()).isEqualTo(3);
    assertThat(statesOfParts()).containsOnly(RequestState.SUCCEEDED);
  }

  @Test
  void aSecondReplicaDoublesNothing() {
    begin(Choice.BAP);
    submit(COMMAND);
    try (SteppedHoldfast other = replica(database, Map.of(), context -> {})) {
      approve();
      for (int turns = 0; turns < 40 && state(1001) != RequestState.SUCCEEDED; turns++) {
        other.step();
        holdfast().step();
      }
    }
    assertThat(state(1001)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(backupCalls()).isEqualTo(3);
    assertThat(holdfast().get(RequestRepository.class).recent(10)).hasSize(4);
  }

  @Test
  void whatHasNotBegunIsCanceledAndTheRestGoesOn() {
    begin(Choice.BAP);
    meganChat.says(megan, "freeze Contoso UAT until tomorrow because of a release");
    meganChat.awaitText("Contoso UAT is frozen until");
    FakeMessage card = submit(COMMAND);
    approve();
    alexChat.awaitMessage("two are over", m -> m.text().contains("2 of 3 have ended."));
    assertThat(backupCalls()).isEqualTo(2);
    meganChat.says(megan, "cancel R-1001");
    meganChat.awaitText("Only Alex Wilber, who submitted R-1001, can cancel it.");
    alexChat.clicks(alex, card, "request.cancel", Map.of());

    FakeMessage notice = alexChat.awaitText("Not all backups of Contoso Dev, Contoso Test");
    assertThat(notice.text()).contains("2 of 3 succeeded. Contoso UAT: canceled.");
    assertThat(state(1004)).isEqualTo(RequestState.CANCELLED);
    assertThat(state(1001)).isEqualTo(RequestState.FAILED);
    assertThat(backupCalls()).isEqualTo(2);
  }

  /** Megan's approval was for all of them, and no longer counts when the last one could begin. */
  @Test
  void aPartIsHeldAgainstThePolicyAsItIsBeforeItsCall() {
    begin(Choice.BAP);
    meganChat.says(megan, "freeze Contoso UAT until tomorrow because of a release");
    meganChat.awaitText("Contoso UAT is frozen until");
    submit(COMMAND);
    approve();
    alexChat.awaitMessage("two are over", m -> m.text().contains("2 of 3 have ended."));
    approver = "00000000-0000-4000-8000-0000000000aa";
    start(database, Map.of("holdfast.admin-api.api", Choice.BAP));
    meganChat.says(megan, "unfreeze Contoso UAT");

    FakeMessage notice = alexChat.awaitText("Not all backups of Contoso Dev, Contoso Test");
    assertThat(notice.text()).contains("2 of 3 succeeded. Contoso UAT: voided.");
    assertThat(state(1004)).isEqualTo(RequestState.VOIDED);
    assertThat(backupCalls()).isEqualTo(2);
  }

  @Test
  void whatIsCanceledBeforeItBeginsHasNoParts() {
    begin(Choice.BAP);
    submit(COMMAND);
    alexChat.says(alex, "cancel R-1001");
    alexChat.awaitText("Canceled");
    holdfast().settle();
    assertThat(holdfast().get(RequestRepository.class).recent(10)).hasSize(1);
    assertThat(backupCalls()).isZero();
  }

  @Test
  void onlyWhatMayBeBackedUpIsListed() {
    begin(Choice.BAP);
    FakeMessage form = form("backup Contoso S* as go-live");
    assertThat(form.text())
        .contains("Contoso Silent")
        .contains("1 other environment isn't listed because you can't request its backup.")
        .doesNotContain("Contoso Sales");
  }

  @Test
  void nothingAndTooManyAreRefused() {
    begin(Map.of("holdfast.backups.most", 3));
    alexChat.says(alex, "backup Fabrikam *");
    alexChat.awaitText("No environment matches");
    alexChat.says(alex, "backup all sandboxes");
    alexChat.awaitText("One request can back up 3 at most.");
    FakeMessage form = form("backup all production as nightly");
    assertThat(form.text()).contains("Contoso Production");
    alexChat.clicks(alex, form, "several.submit", Map.of("environments", ""));
    form.awaitText("Choose at least one environment.");
    alexChat.clicks(
        alex, form, "several.submit", Map.of("environments", "env-that-nobody-may-see"));
    form.awaitText("Holdfast can't find some of these environments.");
  }

  @Test
  void aRehearsalCallsNothing() {
    begin(Map.of("holdfast.rehearsal", true));
    submit(COMMAND);
    approve();
    alexChat.awaitText("0 of 3 succeeded. Contoso Dev, Contoso Test, and Contoso UAT: rehearsed");
    assertThat(state(1001)).isEqualTo(RequestState.REHEARSED);
    assertThat(statesOfParts()).containsOnly(RequestState.REHEARSED);
    assertThat(backupCalls()).isZero();
  }

  @Test
  void anUnknownOutcomeStaysUnknownAndIsSettledOnThePart() throws Exception {
    begin(Choice.BAP);
    goesWrong("Contoso Dev", "order-500");
    FakeMessage card = submit(COMMAND);
    approve();
    alexChat.awaitMessage(
        "one is unknown", m -> m.text().contains("The outcome of one is unknown"));
    assertThat(state(1001)).isEqualTo(RequestState.RUNNING);
    FakeMessage part = meganChat.awaitMessage("to be settled", m -> m.text().contains("R-1002"));
    assertThat(part.text()).contains("Contoso Dev");
    pass(Duration.ofHours(2));
    assertThat(state(1001)).isEqualTo(RequestState.RUNNING);
    assertThat(card.text()).contains("Outcome unknown");

    meganChat.says(megan, "status R-1002");
    FakeMessage open = meganChat.awaitMessage("its card", m -> offers(m, "request.settle"));
    meganChat.clicks(
        megan, open, "request.settle", Map.of("settlement", "GIVE_UP", "comment", "can't tell"));
    FakeMessage notice = alexChat.awaitText("2 of 3 succeeded. Contoso Dev: outcome unknown.");
    assertThat(notice.text()).doesNotContain("are backed up");
    assertThat(state(1001)).isEqualTo(RequestState.UNKNOWN);
    assertThat(offers(card, "request.settle")).isFalse();
  }
}
