package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who approves are the members of a team, which has the Holdfast app. */
class TeamGroupFlowTests extends SteppedJob {

  private static final String POLICY =
      """
      version: 1
      groups:
        owners: {teams: "%s"}
      rules:
        - name: All
          environments: all
          data-leaves: {request: "*", approve: owners}
          overwritten: {request: "*", approve: owners, safety-backup: none}
      """;

  @TempDir private Path folder;
  private final FakePerson adele = teams.person("Adele Vance", "Europe/Berlin");
  private final FakeConversation adeleChat = teams.personal(adele);
  private final FakeConversation team = teams.channel("Owners", "General");

  @Override
  Map<String, Object> settings() {
    return under(write(folder.resolve("policy.yaml"), POLICY.formatted(team.id())));
  }

  private FakeMessage asked() {
    team.of(megan);
    start(Databases.H2.fresh(), Map.of());
    install();
    adeleChat.installs(adele);
    team.installs(megan);
    simulated.advance(Duration.ofMinutes(1));
    submitRestore("Contoso UAT", "Contoso Dev");
    return meganChat.awaitText("Alex Wilber");
  }

  @Test
  void aMemberOfTheTeamApprovesAndItIsRestored() {
    FakeMessage card = asked();
    meganChat.clicks(megan, card, "request.approve", Map.of());
    alexChat.awaitText("Contoso Dev is restored");
    assertThat(restoreCalls()).isEqualTo(1);
  }

  @Test
  void whoHasLeftTheTeamCannotApprove() {
    FakeMessage card = asked();
    team.of(adele);
    simulated.advance(Duration.ofMinutes(1));
    assertThat(meganChat.clicks(megan, card, "request.approve", Map.of()).toString())
        .contains("The policy doesn't name you as an approver for Contoso Dev.");
    assertThat(restoreCalls()).isZero();
  }

  @Test
  void whoHasBecomeAGuestCannotApprove() {
    FakeMessage card = asked();
    teams.saysOfMembers("guest", FakeTeams.TENANT);
    simulated.advance(Duration.ofMinutes(1));
    assertThat(meganChat.clicks(megan, card, "request.approve", Map.of()).toString())
        .contains("The policy doesn't name you as an approver for Contoso Dev.");
    assertThat(restoreCalls()).isZero();
  }

  @Test
  void whereTheAppIsNotInTheTeamNothingIsSubmitted() {
    team.of(megan).blocks();
    start(Databases.H2.fresh(), Map.of());
    install();
    alexChat.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = alexChat.awaitMessage("the form", m -> offers(m, "restore.review"));
    alexChat.clicks(alex, form, "restore.review", Map.of("reason", "fresh data"));
    alexChat.awaitText(
        "The members of owners, a group of the policy, aren't known now: the Holdfast app isn't in"
            + " it");
    assertThat(restoreCalls()).isZero();
  }
}
