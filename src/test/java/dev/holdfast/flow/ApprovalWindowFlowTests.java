package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while a request awaits approval, by a policy file. */
class ApprovalWindowFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      rules:
        - name: Everything
          environments: all
          data-leaves: {request: %1$s, approvals: 0, expires-after: 2d}
          overwritten:
            request: %1$s
            approve: %2$s
            expires-after: 10h
            escalate: {after: 75%%, to: %3$s}
            delegates: %4$s
            safety-backup: none
      """;

  @TempDir private Path folder;
  private final FakePerson adele = teams.person("Adele Vance", "Europe/Berlin");
  private final FakeConversation adeleChat = teams.personal(adele);
  private final FakePerson lee = teams.person("Lee Gu", "Europe/Berlin");
  private final FakeConversation leeChat = teams.personal(lee);

  @Override
  Map<String, Object> settings() {
    return under(
        write(
            folder.resolve("policy.yaml"),
            POLICY.formatted(alex.entraId(), megan.entraId(), adele.entraId(), lee.entraId())));
  }

  @BeforeEach
  void begin() {
    start(Databases.H2.fresh(), Map.of());
    install();
    adeleChat.installs(adele);
    leeChat.installs(lee);
    submitRestore("Contoso UAT", "Contoso Dev");
    meganChat.awaitText("Alex Wilber");
  }

  @Test
  void aDelegateApproves() {
    meganChat.says(megan, "delegate to " + lee.entraId() + " until tomorrow");
    meganChat.awaitText("can approve and reject requests for you until");
    leeChat.awaitText("Megan Bowen lets you approve and reject requests until");
    FakeMessage card = leeChat.awaitText("Approve this restore?");

    leeChat.clicks(lee, card, "request.approve", Map.of());

    leeChat.awaitText("Lee Gu for Megan Bowen");
    alexChat.awaitText("Lee Gu for Megan Bowen approved the restore");
    meganChat.awaitText("Your delegate decided about R-");
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void theDelegatorEndsItOnItsCard() {
    meganChat.says(megan, "delegate to " + lee.entraId() + " until tomorrow");
    FakeMessage delegation =
        meganChat.awaitMessage("the delegation", m -> offers(m, "delegation.end"));
    FakeMessage card = leeChat.awaitText("Approve this restore?");
    leeChat.clicksOn(delegation.card(), lee, card, "delegation.end", Map.of());
    assertThat(offers(leeChat.awaitText("Approve this restore?"), "request.approve")).isTrue();

    meganChat.clicks(megan, delegation, "delegation.end", Map.of());

    leeChat.awaitText("You no longer decide for Megan Bowen.");
    leeChat.awaitMessage(
        "a card without buttons", m -> m.id().equals(card.id()) && !offers(m, "request.approve"));
    meganChat.awaitMessage(
        "the card says so",
        m ->
            m.id().equals(delegation.id())
                && m.text().contains("no longer decides for you.")
                && !offers(m, "delegation.end"));
  }

  @Test
  void afterAReminderASecondGroupApproves() {
    assertThat(adeleChat.messages()).noneMatch(m -> offers(m, "request.approve"));
    pass(Duration.ofHours(6));
    meganChat.awaitText("still waits for your decision");
    pass(Duration.ofHours(1).plusMinutes(45));
    meganChat.awaitText("more people can approve it now");
    alexChat.awaitText("more people can approve it now");
    FakeMessage card = adeleChat.awaitText("Approve this restore?");

    adeleChat.clicks(adele, card, "request.approve", Map.of());

    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
    pass(Duration.ofHours(3));
    assertThat(alexChat.messages()).noneMatch(m -> m.text().contains("expires soon"));
  }

  @Test
  void theRequesterIsWarnedBeforeItExpires() {
    pass(Duration.ofHours(8).plusMinutes(30));
    alexChat.awaitText("expires soon");
    pass(Duration.ofHours(2));
    alexChat.awaitText("R-1001 expired");
    for (String once : new String[] {"still waits for your decision", "more people can approve"}) {
      assertThat(meganChat.messages()).filteredOn(m -> m.text().contains(once)).hasSize(1);
    }
    assertThat(alexChat.messages()).filteredOn(m -> m.text().contains("expires soon")).hasSize(1);
    assertThat(restoreCalls()).isZero();
  }
}
