package dev.holdfast.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.Doctor;
import dev.holdfast.simulator.SimulatorServer;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import dev.holdfast.testing.Lane;
import dev.holdfast.testing.RunningHoldfast;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The job in channels and group chats. All tests speak to one Holdfast, each in places and about
 * environments of its own.
 */
@Tag(Lane.APPLICATION)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesTests {

  private static final double FAST = 3600;

  private final FakeTeams teams = FakeTeams.start();
  private final SimulatorServer simulator =
      new SimulatorServer(Clock.systemUTC(), FAST, Optional.empty());
  private final FakePerson alex = teams.person("Alex Wilber", "Europe/Berlin");
  private final FakePerson megan = teams.person("Megan Bowen", "America/New_York");
  private final FakePerson adele = teams.person("Adele Vance", "Asia/Kathmandu");
  private final FakeConversation alexChat = teams.personal(alex);
  private final FakeConversation meganChat = teams.personal(megan);
  private final FakeConversation approvers = teams.channel("Finance operations", "Approvals");
  private RunningHoldfast holdfast;

  @BeforeAll
  void start() {
    simulator.start(0);
    holdfast =
        RunningHoldfast.start(
            Databases.H2.fresh(),
            simulator.baseUrl(),
            Map.of(
                "holdfast.policy[0].environments",
                "*",
                "holdfast.policy[0].approvers",
                megan.entraId(),
                "holdfast.policy[0].safety-backup",
                "none",
                "holdfast.notifications.approvers-channel",
                approvers.id(),
                "holdfast.teams.targeted-messages",
                "true"));
    teams.talksTo(holdfast.messages());
    approvers.installs(megan);
    meganChat.installs(megan);
    alexChat.installs(alex);
    meganChat.says(megan, "help");
  }

  @AfterAll
  void stop() {
    holdfast.close();
    simulator.close();
    teams.close();
  }

  @Test
  void aRestoreInAChannelIsAnsweredInItsThreadAndToldWhereverItConcerns() {
    FakeConversation releases = teams.channel("Releases", "Releases");
    FakeConversation general = teams.channel("Finance operations", "General");
    releases.says(adele, "subscribe Contoso Dev").awaitText("You'll get a message here");

    FakeConversation thread =
        general.says(alex, "restore Contoso UAT to Contoso Dev at 2 hours ago");
    FakeMessage form = thread.awaitMessage("the form", m -> offers(m, "restore.review"));
    thread.clicks(alex, form, "restore.review", Map.of("reason", "release rehearsal"));
    FakeMessage review = thread.awaitMessage("the review", m -> offers(m, "restore.submit"));
    thread.clicks(alex, review, "restore.submit", Map.of("confirm", "Contoso Dev"));
    assertThat(review.id()).isEqualTo(form.id());

    FakeMessage inPerson = meganChat.awaitText("release rehearsal");
    FakeMessage inChannel = approvers.awaitText("release rehearsal");
    assertThat(inPerson.text()).contains("(America/New").doesNotContain("Europe/Berlin");
    assertThat(inChannel.text()).contains("(Europe/Berlin)");
    approvers.clicks(megan, inChannel, "request.approve", Map.of("comment", "go ahead"));

    thread.awaitMessage(
        "the notice",
        m -> !m.id().equals(form.id()) && m.text().contains("Contoso Dev is restored"));
    alexChat.awaitText("Contoso Dev is restored");
    FakeMessage subscribed = releases.awaitText("Contoso Dev is restored");
    assertThat(subscribed.conversation())
        .isEqualTo(releases.id() + ";messageid=" + subscribed.id());
    thread.awaitMessage(
        "the request's card has come to its end",
        m -> m.id().equals(form.id()) && m.text().contains("Succeeded"));
    assertThat(releases.messages())
        .filteredOn(message -> message.text().contains("Contoso Dev is restored"))
        .hasSize(1);
  }

  @Test
  void whatIsNotUnderstoodInAChannelIsBetweenHoldfastAndWhoSaidIt() {
    FakeConversation general = teams.channel("Finance operations", "Questions");
    FakeConversation thread = general.says(adele, "restroe Contoso UAT");

    FakeMessage answer = thread.awaitText("Did you mean “restore”?");
    assertThat(answer.isOnlyFor(adele)).isTrue();
    thread.clicks(adele, answer, "Environments");
    FakeMessage list = thread.awaitMessage("the list", m -> offers(m, "environment.show"));

    assertThat(list.id()).isEqualTo(answer.id());
    assertThat(thread.messages()).singleElement().matches(message -> message.isOnlyFor(adele));
    thread.says(alex, "environments");
    thread.awaitMessage("the list for all", m -> m.isForAll() && offers(m, "environment.show"));
  }

  @Test
  void theDoctorNamesTheApproverWhoIsNotInTheApproversChannel() {
    approvers.of(alex, adele);
    assertThat(approversChannel())
        .isEqualTo(
            "Of the 1 approver(s) whom the policy names, 1 are no members of it and see no card"
                + " there: Megan Bowen.");

    approvers.of(alex, adele, megan);
    assertThat(approversChannel())
        .isEqualTo("All 1 approver(s) whom the policy names are members of it.");
  }

  private String approversChannel() {
    return holdfast.get(Doctor.class).examine().findings().stream()
        .filter(finding -> finding.name().equals("Approvers' channel"))
        .map(finding -> finding.verdict().sentence())
        .collect(Collectors.joining());
  }

  @Test
  void whatIsAskedInAGroupIsAnsweredThereInTheReadersOwnZone() {
    FakeConversation group = teams.group("Night shift");
    group.installs(alex);
    group.says(adele, "backups Contoso UAT");
    assertThat(group.awaitText("(Asia/Kathmandu)").text()).doesNotContain("Europe/Berlin");
  }

  @Test
  void aBackupThatBeganInAGroupIsToldThereAndToTheRequesterInPerson() {
    FakeConversation group = teams.group("Go-live");
    group.says(alex, "backup Contoso Training before go-live");
    FakeMessage form = group.awaitMessage("the form", m -> offers(m, "backup.submit"));
    group.clicks(alex, form, "backup.submit", Map.of());
    group.awaitMessage(
        "the notice",
        m -> !m.id().equals(form.id()) && m.text().contains("Contoso Training is backed up"));
    alexChat.awaitText("Contoso Training is backed up");
    form.awaitText("Succeeded");
  }

  @Test
  void anOlderClientDecidesToo() {
    FakeConversation own = teams.personal(adele);
    own.installs(adele);
    own.says(adele, "restore Contoso UAT to Contoso Test at 2 hours ago");
    FakeMessage form = own.awaitMessage("the form", m -> offers(m, "restore.review"));
    own.submits(adele, form, "restore.review", Map.of("reason", "the older way"));
    FakeMessage review = own.awaitMessage("the review", m -> offers(m, "restore.submit"));
    own.submits(adele, review, "restore.submit", Map.of("confirm", "Contoso Test"));

    FakeMessage approval = meganChat.awaitText("the older way");
    FakeMessage inChannel = approvers.awaitText("the older way");
    approvers.submits(megan, inChannel, "Show what I can do", Map.of());
    FakeMessage hers =
        meganChat.awaitMessage(
            "what is the approver's",
            m -> !m.id().equals(approval.id()) && offers(m, "request.approve"));
    approval.awaitText("There's a newer card");
    meganChat.submits(megan, hers, "request.approve", Map.of("comment", "as always"));
    hers.awaitText("as always");
    hers.awaitText("Succeeded");
    own.awaitText("Contoso Test is restored");
  }

  private static boolean offers(FakeMessage message, String verb) {
    return message.card().toString().contains("\"verb\":\"" + verb + "\"");
  }
}
