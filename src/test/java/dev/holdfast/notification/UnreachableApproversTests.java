package dev.holdfast.notification;

import static dev.holdfast.notification.NoticeBench.ADELE_CHAT;
import static dev.holdfast.notification.NoticeBench.ALEX_CHAT;
import static dev.holdfast.notification.NoticeBench.APPROVERS;
import static dev.holdfast.notification.NoticeBench.GIVE_UP_AFTER;
import static dev.holdfast.notification.NoticeBench.MEGAN_CHAT;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.notification.NoticeBench.THREAD;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.messaging.Address;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeMessenger.How;
import dev.holdfast.testing.FakeMessenger.Sent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told when approvers can't be reached, and what they get when they can again. */
@EachDatabase
class UnreachableApproversTests {

  private final Databases database;
  private NoticeBench bench;

  UnreachableApproversTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new NoticeBench(database.fresh());
    bench.people.know(MEGAN, "UTC");
    bench.people.know(ADELE, "UTC");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theRequesterIsToldOnceThatNoApproverCanBeReached() {
    List.of(APPROVERS, MEGAN_CHAT, ADELE_CHAT).forEach(bench.messenger::doesNotReach);
    Request request = bench.submit(OWN_CHAT);

    bench.deliver();

    assertThat(toldTo(ALEX_CHAT))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.text())
                    .contains(
                        request.id() + " can't be approved yet",
                        "Holdfast couldn't reach any approver of " + request.id(),
                        "Megan Bowen",
                        "Adele Vance",
                        "the approvers' channel"));
    assertThat(doctor().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(doctor().sentence()).contains(request.id().toString(), "Megan Bowen");
    assertThat(bench.rows()).isEmpty();
  }

  @Test
  void theRequesterIsToldWhereTheyAskedAndInPerson() {
    List.of(APPROVERS, MEGAN_CHAT, ADELE_CHAT).forEach(bench.messenger::doesNotReach);
    bench.submit(THREAD);

    bench.deliver();

    assertThat(toldTo(new Address.Conversation(THREAD.conversation()))).hasSize(1);
    assertThat(toldTo(new Address.Person(ALEX.id()))).hasSize(1);
  }

  @Test
  void oneApproverIsEnoughForOneApproval() {
    List.of(APPROVERS, MEGAN_CHAT).forEach(bench.messenger::doesNotReach);
    bench.submit(OWN_CHAT);

    bench.deliver();

    assertThat(toldTo(ALEX_CHAT)).isEmpty();
    assertThat(doctor().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(doctor().sentence()).contains("Megan Bowen").doesNotContain("Adele");
  }

  @Test
  void oneApproverIsTooFewForTwoApprovals() {
    List.of(APPROVERS, MEGAN_CHAT).forEach(bench.messenger::doesNotReach);
    Request request = bench.submit(restore(), OWN_CHAT, 2);

    bench.deliver();

    assertThat(toldTo(ALEX_CHAT))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.text())
                    .contains(
                        "Holdfast could reach only 1 approver, and "
                            + request.id()
                            + " needs 2 more approvals."));
  }

  @Test
  void inTheApproversChannelAllSeeIt() {
    List.of(MEGAN_CHAT, ADELE_CHAT).forEach(bench.messenger::doesNotReach);
    bench.submit(OWN_CHAT);

    bench.deliver();

    assertThat(toldTo(ALEX_CHAT)).isEmpty();
    assertThat(doctor().state()).isEqualTo(CheckStatus.BROKEN);
  }

  @Test
  void whoInstallsTheAppGetsTheOpenRequests() {
    List.of(APPROVERS, MEGAN_CHAT, ADELE_CHAT).forEach(bench.messenger::doesNotReach);
    Request open = bench.submit(OWN_CHAT);
    bench.deliver();
    bench.messenger.reaches(MEGAN_CHAT);

    missed().resendToNewInstallation(MEGAN.id());
    bench.deliver();

    assertThat(bench.messenger.sentTo(MEGAN_CHAT))
        .singleElement()
        .matches(card -> card.offers("request.approve"))
        .matches(card -> card.text().contains(open.id().toString()));
    assertThat(doctor().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(doctor().sentence()).doesNotContain("Megan");
  }

  @Test
  void whoInstallsTheAppAgainGetsANewCardAndTheOldOneSaysSo() {
    bench.submit(OWN_CHAT);
    bench.settle();

    missed().resendToNewInstallation(MEGAN.id());
    bench.deliver();

    assertThat(bench.messenger.sentTo(MEGAN_CHAT))
        .singleElement()
        .matches(card -> card.how() == How.POSTED && card.offers("request.approve"));
    assertThat(bench.messenger.sent())
        .filteredOn(sent -> sent.how() == How.UPDATED)
        .singleElement()
        .matches(old -> old.text().contains("There's a newer card"));
  }

  @Test
  void whatIsDecidedIsNotSentAgain() {
    Request request = bench.submit(restore(), OWN_CHAT, 2);
    Request closed = bench.submit(OWN_CHAT);
    bench.approve(request, MEGAN);
    bench.reject(closed, ADELE);
    bench.settle();

    missed().resendToNewInstallation(MEGAN.id());
    bench.deliver();

    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void newsThatSomebodyMissedIsSentOnceWhileItIsNew() {
    Request first = bench.submit(OWN_CHAT);
    bench.settle();
    bench.messenger.doesNotReach(ALEX_CHAT);
    bench.succeed(first);
    bench.deliver();
    bench.messenger.reaches(ALEX_CHAT);
    bench.messenger.clear();

    missed().resend(ALEX_CHAT);
    missed().resend(ALEX_CHAT);
    bench.deliver();

    assertThat(bench.messenger.sentTo(ALEX_CHAT))
        .filteredOn(sent -> sent.text().contains("Contoso Dev is restored"))
        .hasSize(1);
  }

  @Test
  void oldNewsStaysGivenUp() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.messenger.doesNotReach(ALEX_CHAT);
    bench.succeed(request);
    bench.deliver();
    bench.messenger.reaches(ALEX_CHAT);
    bench.messenger.clear();
    bench.bench.clock.advance(GIVE_UP_AFTER.plus(Duration.ofMinutes(1)));

    missed().resend(ALEX_CHAT);
    bench.deliver();

    assertThat(bench.messenger.sent()).isEmpty();
  }

  @Test
  void aThreadIsReachedAgainWithItsChannel() {
    Address thread = new Address.Conversation(THREAD.conversation());
    Request request = bench.submit(THREAD);
    bench.settle();
    bench.messenger.doesNotReach(thread);
    bench.reject(request, MEGAN);
    bench.deliver();
    bench.messenger.reaches(thread);
    bench.messenger.clear();

    missed().resend(new Address.Conversation("channel"));
    bench.deliver();

    assertThat(bench.messenger.sentTo(thread)).isNotEmpty();
  }

  @Test
  void theDoctorIsFineWhereEachApproverGotTheCard() {
    bench.submit(OWN_CHAT);
    bench.deliver();

    assertThat(doctor())
        .isEqualTo(CheckResult.ok("Each approver got the last card that Holdfast sent them."));
  }

  private List<Sent> toldTo(Address address) {
    return bench.messenger.sentTo(address).stream()
        .filter(sent -> sent.text().contains("can't be approved yet"))
        .toList();
  }

  private CheckResult doctor() {
    return bench.bench.get(ApproverReachCheck.class).check();
  }

  private MissedMessages missed() {
    return bench.bench.get(MissedMessages.class);
  }
}
