package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeGraph;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who approves is kept in a group of Microsoft Entra ID, and changes while a request is open. */
class EntraGroupFlowTests extends SteppedJob {

  private static final String GROUP = "00000000-0000-0000-0000-0000000000a1";
  private static final String POLICY =
      """
      version: 1
      groups:
        owners: {entra-groups: %s}
      rules:
        - name: All
          environments: all
          data-leaves: {request: "*", approve: owners}
          overwritten: {request: "*", approve: owners, safety-backup: none}
      """
          .formatted(GROUP);

  @TempDir private Path folder;
  private String policy = POLICY;
  private final FakeGraph graph = FakeGraph.start();
  private final FakePerson adele = teams.person("Adele Vance", "Europe/Berlin");
  private final FakeConversation adeleChat = teams.personal(adele);

  @AfterEach
  void closeGraph() {
    graph.close();
  }

  @Override
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(super.settings());
    settings.keySet().removeIf(name -> name.startsWith("holdfast.policy"));
    settings.put("holdfast.policy", ""); // instead of the list of the profile
    settings.put("holdfast.policy.file", policy().toString());
    settings.put("holdfast.policy.graph.enabled", true);
    settings.put("holdfast.policy.graph.url", graph.url().toString());
    return settings;
  }

  private Path policy() {
    try {
      return Files.writeString(folder.resolve("policy.yaml"), policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was read a minute ago is read again. */
  private void change(Runnable change) {
    change.run();
    simulated.advance(Duration.ofMinutes(1));
  }

  private FakeMessage asked() {
    start(Databases.H2.fresh(), Map.of());
    install();
    adeleChat.installs(adele);
    submitRestore("Contoso UAT", "Contoso Dev");
    return meganChat.awaitText("Alex Wilber");
  }

  @Test
  void aMemberApprovesAndItIsRestored() {
    graph.group(GROUP, megan);
    FakeMessage card = asked();
    meganChat.clicks(megan, card, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void whoHasLeftTheGroupCannotApprove() {
    graph.group(GROUP, megan);
    FakeMessage card = asked();
    change(() -> graph.group(GROUP, adele));
    String answer = meganChat.clicks(megan, card, "request.approve", Map.of()).toString();
    assertThat(answer).contains("The policy doesn't name you as an approver for Contoso Dev.");
    assertThat(restoreCalls()).isZero();
  }

  /** The click itself reads the group once more; what comes after that is the start. */
  @Test
  void whoLeavesTheGroupBetweenApprovalAndCallHasNotApproved() {
    graph.group(GROUP, megan);
    FakeMessage card = asked();
    change(() -> {});
    graph.after(1, () -> change(() -> graph.group(GROUP, adele)));
    meganChat.clicks(megan, card, "request.approve", Map.of());
    alexChat.awaitText("The policy no longer lets Megan Bowen approve requests");
    assertThat(restoreCalls()).isZero();
    FakeMessage again =
        adeleChat.awaitMessage("the new approver's card", m -> offers(m, "request.approve"));
    adeleChat.clicks(adele, again, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");
  }

  @Test
  void anApprovedRequestWaitsWhileTheGroupCannotBeRead() {
    graph.group(GROUP, megan);
    FakeMessage card = asked();
    change(() -> {});
    graph.after(1, () -> change(() -> graph.answers(500)));
    meganChat.clicks(megan, card, "request.approve", Map.of());
    alexChat.awaitText("there's no usable answer");
    assertThat(restoreCalls()).isZero();
    graph.answers(200);
    alexChat.awaitText("Contoso Dev is restored");
  }

  @Test
  void whileTheGroupCannotBeReadNobodyApprovesAndIsToldWhy() {
    graph.group(GROUP, megan);
    FakeMessage card = asked();
    change(() -> graph.answers(403));
    String answer = meganChat.clicks(megan, card, "request.approve", Map.of()).toString();
    assertThat(answer)
        .contains("owners", "aren't known now", "Holdfast lacks the permission to read it");
    assertThat(restoreCalls()).isZero();
  }

  /** What a withdrawal leaves standing is asked again, too. */
  @Test
  void whoHasApprovedWithdrawsAlsoAfterLeavingTheGroup() {
    policy = POLICY.replace("approve: owners", "approve: owners, approvals: 2");
    graph.group(GROUP, megan, adele);
    FakeMessage card = asked();
    meganChat.clicks(megan, card, "request.approve", Map.of());
    change(() -> graph.group(GROUP, adele));
    FakeMessage approved =
        meganChat.awaitMessage("the button to withdraw", m -> offers(m, "request.withdraw"));
    meganChat.clicks(megan, approved, "request.withdraw", Map.of());
    alexChat.awaitText("withdr");
    assertThat(restoreCalls()).isZero();
  }

  @Test
  void whoMayFreezeIsReadAtTheCommand() {
    policy = POLICY + "may-freeze: owners\n";
    graph.group(GROUP, megan);
    start(Databases.H2.fresh(), Map.of());
    install();
    meganChat.says(megan, "freeze until tomorrow because of a test");
    meganChat.awaitText("Everything is frozen until");
    change(() -> graph.group(GROUP, adele));
    meganChat.says(megan, "unfreeze");
    meganChat.awaitText("Only approvers can freeze and unfreeze.");
    change(() -> graph.answers(503));
    meganChat.says(megan, "unfreeze");
    meganChat.awaitText("there's no usable answer");
    change(() -> graph.answers(200));
    adeleChat.says(adele, "unfreeze");
    adeleChat.awaitText("The freeze of everything has ended.");
  }

  @Test
  void whoGuardsThePolicyIsReadAtTheClick() {
    policy = POLICY + "guardians: owners\n";
    graph.group(GROUP, adele, megan);
    start(Databases.H2.fresh(), Map.of());
    install();
    adeleChat.installs(adele);
    policy = policy.replace("approve: owners,", "approve: owners, approvals: 0,");
    policy();
    FakeMessage card = adeleChat.awaitText("Should this policy take effect?");
    FakeMessage left = meganChat.awaitText("Should this policy take effect?");
    change(() -> graph.group(GROUP, adele));
    String refused =
        meganChat.clicks(megan, left, "policy.approve", Map.of("confirmed", "true")).toString();
    assertThat(refused).contains("Only the guardians");
    change(() -> graph.answers(503));
    String unknown =
        adeleChat.clicks(adele, card, "policy.approve", Map.of("confirmed", "true")).toString();
    assertThat(unknown).contains("aren't known now");
    change(() -> graph.answers(200));
    adeleChat.clicks(adele, card, "policy.approve", Map.of("confirmed", "true"));
    adeleChat.awaitText("This policy was approved");
  }

  @Test
  void whoJoinsTheGuardiansLaterGetsTheCardOfWhatWaits() {
    policy = POLICY + "guardians: owners\n";
    graph.group(GROUP, megan);
    start(Databases.H2.fresh(), Map.of());
    install();
    adeleChat.installs(adele);
    policy = policy.replace("approve: owners,", "approve: owners, approvals: 0,");
    policy();
    FakeMessage card = meganChat.awaitText("Should this policy take effect?");
    change(() -> graph.group(GROUP, adele));
    meganChat.clicks(megan, card, "policy.reject", Map.of());
    simulated.advance(Duration.ofMinutes(2));
    adeleChat.awaitText("Should this policy take effect?");
  }

  @Test
  void aRequestIsNotSubmittedWhileItsApproversCannotBeListed() {
    graph.group(GROUP, megan);
    graph.answers(503);
    start(Databases.H2.fresh(), Map.of());
    install();
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    alexChat.awaitText("there's no usable answer");
    assertThat(restoreCalls()).isZero();
  }
}
