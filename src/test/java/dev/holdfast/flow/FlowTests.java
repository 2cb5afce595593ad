package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.RunningHoldfast;
import dev.holdfast.testing.TestDatabase;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job, through a fake Teams and the simulated admin API, both over HTTP. */
class FlowTests {

  private static final double FAST = 3600;

  private final FakeTeams teams = FakeTeams.start();
  private final SimulatorServer simulator =
      new SimulatorServer(Clock.systemUTC(), FAST, Optional.empty());
  private final FakePerson alex = teams.person("Alex Wilber", "Europe/Berlin");
  private final FakePerson megan = teams.person("Megan Bowen", "America/New_York");
  private final FakeConversation alexChat = teams.personal(alex);
  private final FakeConversation meganChat = teams.personal(megan);
  private final FakeConversation approvers = teams.channel("Finance operations", "Approvals");
  private final TestDatabase database = Databases.H2.fresh();
  private RunningHoldfast holdfast;

  @BeforeEach
  void start() {
    simulator.start(0);
    startHoldfast(Map.of());
    approvers.installs(megan);
    meganChat.installs(megan);
    alexChat.installs(alex);
  }

  private void startHoldfast(Map<String, Object> more) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("holdfast.policy[0].environments", "*");
    settings.put("holdfast.policy[0].approvers", megan.entraId());
    settings.put("holdfast.notices.approvers-channel", approvers.id());
    settings.putAll(more);
    holdfast = RunningHoldfast.start(database, simulator.baseUrl(), settings);
    teams.talksTo(holdfast.messages());
  }

  @AfterEach
  void stop() {
    holdfast.close();
    simulator.close();
    teams.close();
  }

  @Test
  void aRestoreFromTheTypedCommandToTheNotice() {
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = approvers.awaitText("Alex Wilber");
    meganChat.awaitText("Alex Wilber");

    JsonNode own = approvers.clicks(alex, approval, "request.approve", Map.of("comment", "me too"));
    assertThat(own.toString()).contains("Somebody else has to decide", "request.approve");

    approvers.clicks(megan, approval, "request.approve", Map.of("comment", "go ahead"));
    alexChat.awaitText("Contoso Dev is restored");
    meganChat.awaitText("Contoso Dev is restored");
    approvers.awaitText("Contoso Dev is restored");
    alexChat.awaitMessage(
        "the request's card has come to its end",
        m -> m.id().equals(request.id()) && m.text().contains("Succeeded"));
    approvers.awaitMessage(
        "the approval card has come to its end",
        m -> m.id().equals(approval.id()) && m.text().contains("Succeeded"));

    assertThat(restoresAccepted()).isEqualTo(1);
    alexChat.says(alex, "environment Contoso Dev").awaitText("In administration mode");
    alexChat.says(alex, "status R-1001");
    alexChat.says(alex, "history Contoso Dev").awaitText("History of Contoso Dev");
  }

  @Test
  void aRestoreOutlivesARestartBetweenApprovalAndEnd() {
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
    alexChat.awaitText("Running");
    holdfast.close();
    startHoldfast(Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoresAccepted()).isEqualTo(1);
  }

  @Test
  void aRestoreThatFailsIsToldWithTheServicesWordsAndWhatToDo() {
    restoreApproved("Contoso UAT", "Contoso Broken");
    FakeMessage notice = alexChat.awaitText("The restore of Contoso Broken failed");
    assertThat(notice.text())
        .contains("customizations of the source do not fit", "Wait 30 minutes");
  }

  @Test
  void aFailureWithoutWordsIsAFailureToo() {
    restoreApproved("Contoso UAT", "Contoso Silent");
    alexChat.awaitText("The restore of Contoso Silent failed");
  }

  @Test
  void faultsOnTheWayDelayItAndDoNotFalsifyIt() {
    restoreApproved("Contoso UAT", "Contoso Flaky");
    alexChat.awaitText("Contoso Flaky is restored");
    assertThat(restoresAccepted()).isEqualTo(1);
  }

  @Test
  void aLostAnswerLeadsToTheOperationThatIsListedLateAndNotToASecondCall() {
    restoreApproved("Contoso UAT", "Contoso Cutoff");
    alexChat.awaitText("Contoso Cutoff is restored");
    assertThat(restoresAccepted()).isEqualTo(1);
  }

  @Test
  void aRejectionIsToldWithItsReasonAndTheCardsClose() {
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    JsonNode without = meganChat.clicks(megan, approval, "request.reject", Map.of());
    assertThat(without.toString()).contains("needs a comment");
    meganChat.clicks(megan, approval, "request.reject", Map.of("comment", "not this week"));
    alexChat.awaitText("R-1001 was rejected");
    alexChat.awaitMessage(
        "the card says so", m -> m.id().equals(request.id()) && m.text().contains("not this week"));
    assertThat(restoresAccepted()).isZero();
  }

  @Test
  void theRequesterCancelsAndTheApproversCardSaysSo() {
    FakeMessage request = submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    alexChat.clicks(alex, request, "request.cancel", Map.of());
    meganChat.awaitMessage(
        "the approval card is closed",
        m -> m.id().equals(approval.id()) && m.text().contains("Cancelled"));
    assertThat(restoresAccepted()).isZero();
  }

  @Test
  void aRequestThatNobodyDecidesOnExpires() {
    holdfast.close();
    startHoldfast(Map.of("holdfast.policy[0].expires-after", "1s"));
    submitRestore("Contoso UAT", "Contoso Dev");
    alexChat.awaitText("R-1001 expired");
  }

  @Test
  void aSecondClickIsAnsweredWithWhatIsTrue() {
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage inPerson = meganChat.awaitText("Alex Wilber");
    FakeMessage inChannel = approvers.awaitText("Alex Wilber");
    CountDownLatch cardsStandStill = new CountDownLatch(1);
    teams.holdsCallsUntil(cardsStandStill);
    meganChat.clicks(megan, inPerson, "request.approve", Map.of());
    JsonNode answer = approvers.clicks(megan, inChannel, "request.approve", Map.of());
    assertThat(answer.toString()).contains("Already approved by Megan Bowen");
    cardsStandStill.countDown();
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoresAccepted()).isEqualTo(1);
  }

  @Test
  void aBackupNeedsNoApprovalAndIsFoundAgain() {
    alexChat.says(alex, "backup Contoso UAT before go-live");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    alexChat.clicks(alex, form, "backup.submit", Map.of());
    alexChat.awaitText("Contoso UAT is backed up");
    alexChat.says(alex, "backups Contoso UAT");
    alexChat.awaitMessage(
        "the list of backups",
        m -> offers(m, "restore.form") && m.text().contains("before go-live"));
  }

  private void restoreApproved(String source, String target) {
    submitRestore(source, target);
    FakeMessage approval = meganChat.awaitText("Alex Wilber");
    meganChat.clicks(megan, approval, "request.approve", Map.of());
  }

  private FakeMessage submitRestore(String source, String target) {
    alexChat.says(alex, "restore " + source + " to " + target + " at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    FakeMessage review = alexChat.awaitMessage("the review", m -> offers(m, "restore.submit"));
    alexChat.clicks(alex, review, "restore.submit", Map.of("confirm", target));
    return alexChat.awaitMessage(
        "the request's card", m -> m.id().equals(form.id()) && m.text().contains("R-1001"));
  }

  private static boolean offers(FakeMessage message, String verb) {
    return message.card().toString().contains("\"verb\":\"" + verb + "\"");
  }

  private long restoresAccepted() {
    JsonNode record = JsonMapper.builder().build().readTree(get("/simulator/record"));
    JsonNode orders = record.isArray() ? record : record.path("orders");
    return Stream.iterate(0, i -> i < orders.size(), i -> i + 1)
        .map(orders::get)
        .filter(order -> order.path("kind").asString().equals("restore"))
        .filter(order -> order.path("accepted").asBoolean())
        .count();
  }

  private String get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(simulator.baseUrl().resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
