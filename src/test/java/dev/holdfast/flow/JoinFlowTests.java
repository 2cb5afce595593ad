package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Backups that wait: who may cancel them, and who joins them. */
class JoinFlowTests extends SteppedJob {

  private final FakePerson adele = teams.person("Adele Vance", "Europe/Berlin");
  private final FakeConversation adeleChat = teams.personal(adele);

  @BeforeEach
  void nothingStartsOnUat() {
    start(Databases.H2.fresh(), Map.of());
    install();
    adeleChat.installs(adele);
    meganChat.says(megan, "freeze Contoso UAT until tomorrow because of a release");
    meganChat.awaitText("Contoso UAT is frozen until");
  }

  @Test
  void twoPeopleWhoWantTheSameBackupGetOne() {
    FakeMessage first = backup(alex, alexChat);
    FakeMessage joined = backup(adele, adeleChat);
    assertThat(joined.text())
        .contains(
            "Alex Wilber already asked for the same backup, and R-1001 hasn't started yet",
            "Adele Vance has joined R-1001")
        .doesNotContain("R-1002");
    assertThat(offers(joined, "request.cancel")).isFalse();
    assertThat(offers(first, "request.cancel")).isTrue();

    meganChat.says(megan, "unfreeze Contoso UAT");
    alexChat.awaitText("Contoso UAT is backed up");
    adeleChat.awaitText("Contoso UAT is backed up");
    assertThat(backupCalls()).isEqualTo(1);
    adeleChat.says(adele, "status R-1002");
    adeleChat.awaitText("R-1002");
    assertThat(adeleChat.messages()).noneMatch(message -> message.text().contains("R-1002 ·"));
  }

  @Test
  void onlyWhoAskedFirstCancelsItAndWhoJoinedIsTold() {
    FakeMessage first = backup(alex, alexChat);
    FakeMessage joined = backup(adele, adeleChat);

    adeleChat.says(adele, "cancel R-1001");
    adeleChat.awaitText("Only Alex Wilber, who submitted R-1001, can cancel it.");
    JsonNode refused =
        adeleChat.clicksOn(first.cardFor(alex), adele, joined, "request.cancel", Map.of());
    assertThat(refused.toString())
        .contains("Only Alex Wilber, who submitted R-1001, can cancel it.");
    meganChat.says(megan, "cancel R-1001");
    meganChat.awaitText("Only Alex Wilber, who submitted R-1001, can cancel it.");

    alexChat.says(alex, "cancel R-1001");
    adeleChat.awaitText("Alex Wilber canceled the backup of Contoso UAT, which you had joined");
    assertThat(adeleChat.awaitText("R-1001 was canceled").text())
        .contains("If you still need it, submit a new request.");
    assertThat(meganChat.messages()).noneMatch(m -> m.text().contains("R-1001 was canceled"));
    meganChat.says(megan, "unfreeze Contoso UAT");
    meganChat.awaitText("The freeze of Contoso UAT has ended.");
    assertThat(backupCalls()).isZero();

    FakeMessage again = backup(adele, adeleChat);
    assertThat(again.text()).contains("R-1002");
    adeleChat.awaitText("Contoso UAT is backed up");
    assertThat(backupCalls()).isEqualTo(1);
  }

  /** From the typed command to the card of the request. */
  private static FakeMessage backup(FakePerson who, FakeConversation chat) {
    chat.says(who, "backup Contoso UAT before go-live");
    FakeMessage form = chat.awaitMessage("the form", m -> offers(m, "backup.submit"));
    chat.clicks(who, form, "backup.submit", Map.of());
    return chat.awaitMessage(
        "the request's card", m -> m.id().equals(form.id()) && m.text().contains("R-100"));
  }
}
