package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApiProperties.Choice;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A restore whose source and target have different approvers, by a policy file. */
class TwoSidesFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      groups:
        owners of the source: {people: %s}
        owners of the target: {people: %s}
      rules:
        - name: Sandboxes
          environments: {types: [sandbox], kinds: [unified-sandbox]}
          data-leaves: {request: "*", approve: owners of the source}
        - name: Developers
          environments: {kinds: [unified-developer]}
          overwritten: {request: "*", approve: owners of the target, safety-backup: none}
      """;

  @TempDir private Path folder;
  private final FakePerson adele = teams.person("Adele Vance", "Europe/Berlin");
  private final FakeConversation adeleChat = teams.personal(adele);

  @Override
  Map<String, Object> settings() {
    return under(
        write(folder.resolve("policy.yaml"), POLICY.formatted(megan.entraId(), adele.entraId())));
  }

  /** A rule that goes by kinds covers an environment wherever it's looked up. */
  @Test
  void theApproversOfAClassOfEnvironmentsFreezeEachOfThem() {
    start(Databases.H2.fresh(), Map.of());
    adeleChat.installs(adele);
    adeleChat.says(adele, "freeze Contoso UAT until tomorrow because of a test");
    adeleChat.awaitText("Only the approvers of Contoso UAT");
    adeleChat.says(adele, "freeze Contoso Dev until tomorrow because of a test");
    adeleChat.awaitText("Contoso Dev is frozen until");
    adeleChat.says(adele, "unfreeze Contoso Dev");
    adeleChat.awaitText("The freeze of Contoso Dev has ended.");
  }

  @ParameterizedTest
  @EnumSource
  void bothSidesApproveBeforeItIsRestored(Choice api) {
    start(Databases.H2.fresh(), Map.of("holdfast.admin-api.api", api));
    install();
    adeleChat.installs(adele);
    submitRestore("Contoso UAT", "Contoso Dev");
    FakeMessage ofSource = meganChat.awaitText("Alex Wilber");
    FakeMessage ofTarget = adeleChat.awaitText("Alex Wilber");
    assertThat(ofTarget.text())
        .contains(
            "Approvals given: 0 of 1 for Contoso UAT (data leaves) and 0 of 1 for Contoso Dev"
                + " (overwritten)");

    meganChat.clicks(megan, ofSource, "request.approve", Map.of());
    FakeMessage half =
        meganChat.awaitMessage(
            "one side has approved",
            m ->
                m.id().equals(ofSource.id())
                    && m.text().contains("1 of 1 for Contoso UAT (data leaves) and 0 of 1"));
    assertThat(restoreCalls()).isZero();
    meganChat.clicks(megan, half, "request.withdraw", Map.of());
    FakeMessage withdrawn =
        meganChat.awaitMessage(
            "the approval is withdrawn",
            m -> m.id().equals(ofSource.id()) && offers(m, "request.approve"));
    FakeMessage again =
        adeleChat.awaitMessage(
            "the other side can decide",
            m -> m.id().equals(ofTarget.id()) && offers(m, "request.approve"));
    adeleChat.clicks(adele, again, "request.approve", Map.of());
    FakeMessage missing =
        meganChat.awaitMessage(
            "the source's side is missing",
            m ->
                m.id().equals(withdrawn.id())
                    && m.text().contains("0 of 1 for Contoso UAT (data leaves) and 1 of 1"));
    assertThat(restoreCalls()).isZero();
    meganChat.clicks(megan, missing, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }
}
