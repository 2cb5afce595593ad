package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An emergency, from the form to its review, by a policy file. */
@EachDatabase
class EmergencyFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: [%1$s, %2$s], approvals: 0}
          overwritten:
            request: [%1$s, %2$s]
            approve: %3$s
            safety-backup: none
            emergency: {request: %1$s, review-within: 10h, remind-at: 50%%, reviewers: [%3$s, %4$s]}
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REMINDED = "still has to be reviewed";

  @TempDir private Path folder;
  private final TestDatabase database;
  private final FakePerson adele = teams.person("Adele Vance", "Europe/Berlin");
  private final FakeConversation adeleChat = teams.personal(adele);
  private final FakePerson lee = teams.person("Lee Gu", "Europe/Berlin");
  private final FakeConversation leeChat = teams.personal(lee);

  private String text = POLICY;

  EmergencyFlowTests(Databases databases) {
    this.database = databases.fresh();
  }

  @Override
  Map<String, Object> settings() {
    return under(policy(text));
  }

  private Path policy(String text) {
    return write(
        folder.resolve("policy.yaml"),
        text.formatted(alex.entraId(), lee.entraId(), megan.entraId(), adele.entraId()));
  }

  private void begin() {
    start(database, Map.of());
    install();
    adeleChat.installs(adele);
    leeChat.installs(lee);
  }

  @Test
  void anEmergencyStartsAtOnceAndIsAnnouncedAndReviewed() {
    begin();
    leeChat.says(lee, "subscribe Contoso Dev").awaitText("Contoso Dev");
    FakeMessage request = submitEmergency();

    for (FakeConversation told :
        new FakeConversation[] {meganChat, adeleChat, approvers, leeChat}) {
      FakeMessage notice = told.awaitText("Emergency: R-1001 by Alex Wilber");
      assertThat(notice.text()).contains("starts without approval", "fresh data");
    }
    assertThat(meganChat.messages()).noneMatch(m -> offers(m, "request.approve"));
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    FakeMessage own =
        alexChat.awaitMessage(
            "the requester's card says what is missing",
            m ->
                m.id().equals(request.id())
                    && m.text().contains("Emergency · Restore")
                    && m.text().contains("Somebody other than Alex Wilber has to review it"));
    assertThat(offers(own, "request.review")).isFalse();
    JsonNode refused = pressReview(alexChat, alex, "all was well");
    assertThat(refused.toString()).contains("someone else has to");
    FakeMessage card = opened(adele, adeleChat);
    assertThat(pressReview(leeChat, lee, "all was well").toString())
        .contains("doesn't name you to review");
    assertThat(clickReview(adeleChat, adele, card, " ").toString())
        .contains("Write what you found");

    clickReview(adeleChat, adele, card, "The incident called for it.");

    assertThat(alexChat.awaitText("R-1001 is reviewed").text())
        .contains("Adele Vance", "The incident called for it.");
    alexChat.awaitMessage(
        "the card says so",
        m -> m.id().equals(request.id()) && m.text().contains("Reviewed by Adele Vance"));
    assertThat(pressReview(meganChat, megan, "me too").toString()).contains("needs no review now");
    pass(Duration.ofDays(3));
    assertThat(meganChat.messages()).noneMatch(m -> m.text().contains(REMINDED));
  }

  @Test
  void aMissingReviewIsRemindedOfOnceForEachShareAlsoAcrossARestart() {
    begin();
    submitEmergency();
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(reminders(adeleChat)).isZero();
    pass(Duration.ofHours(4));
    assertThat(reminders(adeleChat)).isZero();
    start(database, Map.of());
    pass(Duration.ofHours(2));
    adeleChat.awaitText(REMINDED);
    meganChat.awaitText(REMINDED);
    approvers.awaitText(REMINDED);
    start(database, Map.of());
    pass(Duration.ofHours(1));
    assertThat(reminders(adeleChat)).isEqualTo(1);
    pass(Duration.ofHours(4));
    assertThat(reminders(adeleChat)).isEqualTo(2);
    pass(Duration.ofDays(1));
    assertThat(reminders(adeleChat)).isEqualTo(3);
    assertThat(reminders(alexChat)).isZero();
    adeleChat.says(adele, "approvals").awaitText("review missing");
    adeleChat.says(adele, "status").awaitText("review missing");
  }

  @Test
  void whoIsNotNamedHasNoEmergencies() {
    begin();
    leeChat.says(lee, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = leeChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    leeChat.clicks(lee, form, "restore.review", Map.of("reason", "fresh data"));
    FakeMessage review = leeChat.awaitMessage("the review", m -> offers(m, "restore.submit"));
    assertThat(review.text()).doesNotContain("Emergency");

    ObjectNode forged = JSON.createObjectNode().put("confirm", "Contoso Dev");
    forged.put("emergency", "true").put("draft", draft(review));
    JsonNode answer = teams.deliver(leeChat.pressing(lee, review.id(), "restore.submit", forged));

    assertThat(answer.toString()).contains("doesn't let you submit this as an emergency");
    leeChat.clicks(lee, review, "restore.submit", Map.of("confirm", "Contoso Dev"));
    meganChat.awaitText("Approve this restore?");
    assertThat(restoreCalls()).isZero();
  }

  @Test
  void anEmergencyThatThePolicyNoLongerAllowsNeedsTheApprovalsOfOthers() {
    begin();
    meganChat.says(megan, "freeze Contoso Dev until tomorrow because of a test");
    meganChat.awaitText("Contoso Dev is frozen until");
    submitEmergency();
    meganChat.awaitText("Emergency: R-1001 by Alex Wilber");
    String before = holdfast().get(PolicyInForce.class).get().digest();
    policy(POLICY.replaceAll("(?m)^ *emergency: .*$", ""));
    await().until(() -> !holdfast().get(PolicyInForce.class).get().digest().equals(before));
    meganChat.says(megan, "unfreeze Contoso Dev");
    FakeMessage card = meganChat.awaitText("Approve this restore?");
    alexChat.awaitText("no longer lets Alex Wilber have this done as an emergency");
    assertThat(restoreCalls()).isZero();

    meganChat.clicks(megan, card, "request.approve", Map.of());

    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    clickReview(meganChat, megan, opened(megan, meganChat), "It could have waited.");
    alexChat.awaitText("R-1001 is reviewed");
  }

  @Test
  void anEmergencyMayNeedFewerApprovals() {
    text =
        POLICY
            .replace("approve: %3$s", "approve: [%3$s, %4$s]\n      approvals: 2")
            .replace("emergency: {", "emergency: {approvals: 1, ");
    begin();
    FakeMessage review = reviewRestore("Contoso UAT", "Contoso Dev");
    assertThat(review.text()).contains("2 approvals", "it needs only 1 approval");
    alexChat.clicks(
        alex, review, "restore.submit", Map.of("confirm", "Contoso Dev", "emergency", "true"));
    meganChat.awaitText("starts after only 1 approval");
    FakeMessage card = meganChat.awaitText("Approve this restore?");
    assertThat(card.text()).contains("Emergency", "0 of 1");
    assertThat(restoreCalls()).isZero();

    meganChat.clicks(megan, card, "request.approve", Map.of());

    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  private FakeMessage submitEmergency() {
    FakeMessage review = reviewRestore("Contoso UAT", "Contoso Dev");
    assertThat(review.text()).contains("it starts without approval");
    alexChat.clicks(
        alex, review, "restore.submit", Map.of("confirm", "Contoso Dev", "emergency", "true"));
    return alexChat.awaitMessage(
        "the request", m -> m.id().equals(review.id()) && m.text().contains("R-1001"));
  }

  private static JsonNode clickReview(
      FakeConversation chat, FakePerson by, FakeMessage card, String comment) {
    return chat.clicks(by, card, "request.review", Map.of("reviewComment", comment));
  }

  /** Whatever the card offers. */
  private JsonNode pressReview(FakeConversation chat, FakePerson by, String comment) {
    return teams.deliver(
        chat.pressing(
            by,
            chat.messages().get(0).id(),
            "request.review",
            JSON.createObjectNode().put("requestId", "R-1001").put("reviewComment", comment)));
  }

  private FakeMessage opened(FakePerson by, FakeConversation chat) {
    chat.says(by, "status R-1001");
    return chat.awaitMessage("the card", m -> m.text().contains("Emergency · Restore"));
  }

  private static String draft(FakeMessage review) {
    return review.card().findParents("verb").stream()
        .filter(action -> action.path("verb").asString("").equals("restore.submit"))
        .map(action -> action.path("data").path("draft").asString())
        .findFirst()
        .orElseThrow();
  }

  private static long reminders(FakeConversation chat) {
    return chat.messages().stream().filter(m -> m.text().contains(REMINDED)).count();
  }
}
