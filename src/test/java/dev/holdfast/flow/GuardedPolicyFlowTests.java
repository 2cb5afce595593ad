package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A policy file that is loosened takes effect when a guardian approves that. */
class GuardedPolicyFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      guardians: %s
      rules:
        - name: All
          environments: all
          data-leaves: {request: "*", approve: [%s, %s], approvals: 1}
          overwritten: {request: "*", approve: [%s, %s], approvals: 1, safety-backup: none}
      """;

  private static final String ONE = "approvals: 1";
  private static final String CARD = "Should this policy take effect?";

  @TempDir private Path folder;
  private final FakePerson adele = teams.person("Adele Vance", "Europe/Berlin");
  private final FakePerson lee = teams.person("Lee Gu", "Europe/Berlin");
  private final FakeConversation adeleChat = teams.personal(adele);
  private final TestDatabase database = Databases.H2.fresh();

  @Override
  Map<String, Object> settings() {
    return under(file());
  }

  @BeforeEach
  void open() {
    write(ONE);
    start(database, Map.of());
    install();
    adeleChat.installs(adele);
  }

  @Test
  void whatIsLoosenedWhileItRunsWaitsForTheGuardian() {
    write("approvals: 0");
    FakeMessage card = adeleChat.awaitText(CARD);
    assertThat(card.text())
        .contains("“All”, overwritten: 0 approvals are needed instead of 1.")
        .contains("“All”, data leaves: 0 approvals are needed instead of 1.");
    assertThat(reviewRestore("Contoso UAT", "Contoso Dev").text()).contains("1 approval");

    JsonNode refused = adeleChat.clicks(megan, card, "policy.approve", confirmed());
    assertThat(refused.toString()).contains("Only the guardians").doesNotContain("overwritten");
    JsonNode unconfirmed = adeleChat.clicks(adele, card, "policy.approve", Map.of());
    assertThat(unconfirmed.toString()).contains("To approve it, confirm");
    assertThat(reviewRestore("Contoso UAT", "Contoso Dev").text()).contains("1 approval");

    adeleChat.clicks(adele, card, "policy.approve", confirmed());
    adeleChat.awaitMessage(
        "the card says that it was approved",
        m -> m.id().equals(card.id()) && m.text().contains("This policy was approved"));
    submitRestore("Contoso UAT", "Contoso Dev");
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void whoReplacesTheFileAndStartsAgainHasLoosenedNothing() {
    stop();
    write("approvals: 0");
    start(database, Map.of());
    assertThat(reviewRestore("Contoso UAT", "Contoso Dev").text()).contains("1 approval");
    FakeMessage card = adeleChat.awaitText(CARD);

    adeleChat.clicks(adele, card, "policy.reject", Map.of());
    adeleChat.awaitMessage(
        "the card says that it was rejected",
        m -> m.id().equals(card.id()) && m.text().contains("This policy was rejected"));
    start(database, Map.of());
    assertThat(reviewRestore("Contoso UAT", "Contoso Dev").text()).contains("1 approval");
    assertThat(adeleChat.messages()).filteredOn(m -> m.text().contains(CARD)).isEmpty();
  }

  @Test
  void whatIsStricterIsInForceAtOnceAndTheCardOfWhatWasProposedSaysSo() {
    write("approvals: 0");
    FakeMessage card = adeleChat.awaitText(CARD);
    JsonNode shown = card.card().deepCopy();
    write("approvals: 2");
    adeleChat.awaitMessage(
        "the card says that it no longer counts",
        m -> m.id().equals(card.id()) && m.text().contains("This policy is no longer proposed"));
    assertThat(reviewRestore("Contoso UAT", "Contoso Dev").text()).contains("2 approvals");
    JsonNode answer = adeleChat.clicksOn(shown, adele, card, "policy.approve", confirmed());
    assertThat(answer.toString()).contains("This policy is no longer proposed");
    assertThat(reviewRestore("Contoso UAT", "Contoso Dev").text()).contains("2 approvals");
  }

  private static Map<String, String> confirmed() {
    return Map.of("confirmed", "true");
  }

  private Path file() {
    return folder.resolve("policy.yaml");
  }

  private void write(String approvals) {
    String text =
        POLICY.formatted(
            adele.entraId(), megan.entraId(), lee.entraId(), megan.entraId(), lee.entraId());
    write(file(), text.replace(ONE, approvals));
  }
}
