package dev.holdfast.notification;

import static dev.holdfast.notification.NoticeBench.ALEX_CHAT;
import static dev.holdfast.notification.NoticeBench.APPROVERS;
import static dev.holdfast.notification.NoticeBench.MEGAN_CHAT;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.notification.NoticeBench.THREAD;
import static dev.holdfast.notification.NoticeBench.progress;
import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.join.JoinRepository;
import dev.holdfast.approval.policy.Policies;
import dev.holdfast.approval.policy.PolicyEvaluatorTests;
import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.PolicyProperties.Target;
import dev.holdfast.message.Message;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Address.Conversation;
import dev.holdfast.notification.store.SubscriptionRepository;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessenger.How;
import dev.holdfast.testing.FakeMessenger.Sent;
import dev.holdfast.testing.LeaveRequests;
import dev.holdfast.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a message of its own for what happens, and in whose zone. */
class RecipientResolverTests {

  private static final Address ALEX_IN_PERSON = new Address.Person(ALEX.id());
  private static final Address BEGAN_IN = new Conversation(THREAD.conversation());

  private NoticeBench bench;

  @BeforeEach
  void open() {
    bench = new NoticeBench(Databases.H2.fresh());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anApprovalThatMovesItOnIsToldToTheRequester() {
    bench.approve(settled(bench.submit(OWN_CHAT)), MEGAN);
    assertThat(told()).containsExactly(ALEX_CHAT);
    assertThat(notice().text()).contains("R-1002 is approved", "Megan Bowen approved the restore");
  }

  @Test
  void anApprovalThatIsNotTheLastIsNoNotice() {
    bench.approve(settled(bench.submit(restore(), OWN_CHAT, 2)), MEGAN);
    assertThat(told()).isEmpty();
  }

  @Test
  void aRejectionIsToldToTheRequesterAlone() {
    bench.reject(settled(bench.submit(OWN_CHAT)), MEGAN);
    assertThat(told()).containsExactly(ALEX_CHAT);
    assertThat(notice().text()).contains("Megan Bowen rejected", "not this week");
  }

  @Test
  void aRequestThatExpiresIsToldToTheRequesterAndTheApproversChannel() {
    Request request = settled(bench.submit(OWN_CHAT));
    bench.bench.clock.advance(Duration.ofDays(1));
    bench.change(request, r -> r.approval().expire(bench.now()));
    assertThat(told()).containsExactlyInAnyOrder(ALEX_CHAT, APPROVERS);
  }

  @Test
  void aCancelledRequestIsNoNotice() {
    Request request = settled(bench.submit(OWN_CHAT));
    bench.change(request, r -> r.approval().cancel(ALEX, bench.now()));
    assertThat(told()).isEmpty();
  }

  @Test
  void progressIsNoNotice() {
    Request request = settled(bench.runs(bench.submit(OWN_CHAT)));
    bench.change(
        request, r -> r.mainStep().observe(progress("Copying"), bench.now()).orElseThrow());
    assertThat(told()).isEmpty();
  }

  @Test
  void theEndIsToldToTheRequesterThoseWhoDecidedAndTheApproversChannel() {
    Request request = bench.submit(restore(), OWN_CHAT, 2);
    bench.approve(request, ADELE);
    bench.succeed(request);
    assertThat(told())
        .containsExactlyInAnyOrder(
            ALEX_CHAT, ALEX_CHAT, MEGAN_CHAT, new Address.Person(ADELE.id()), APPROVERS);
  }

  @Test
  void aFailureIsToldToTheSameWithTheServicesWords() {
    bench.fail(bench.submit(OWN_CHAT));
    assertThat(told()).contains(ALEX_CHAT, MEGAN_CHAT, APPROVERS);
    assertThat(notice().text()).contains("Boom", "correlation-1");
  }

  @Test
  void whatIsVoidedIsToldAsAnEnd() {
    Request voided = settled(bench.approve(bench.submit(OWN_CHAT), MEGAN));
    bench.change(
        voided,
        r -> r.approval().voidRequest(Message.plain("The target is production."), bench.now()));
    assertThat(told()).containsExactlyInAnyOrder(ALEX_CHAT, MEGAN_CHAT, APPROVERS);
  }

  /** Also those approvers are asked who had not decided: any of them can settle it. */
  @Test
  void whatIsUnknownIsToldToAllWhoCanSettleIt() {
    Request unknown = settled(bench.runs(bench.submit(OWN_CHAT)));
    Outcome end =
        new Outcome(bench.now(), Message.plain("?"), Optional.empty(), Optional.empty(), true);
    bench.change(unknown, r -> r.mainStep().outcomeUnknown(end));
    assertThat(told())
        .containsExactlyInAnyOrder(
            ALEX_CHAT, MEGAN_CHAT, new Address.Person(ADELE.id()), APPROVERS);
    assertThat(notice().text())
        .contains("an approver resolves the outcome on the card of " + unknown.id());
    settled(unknown);
    bench.change(unknown, r -> r.resolution().giveUp(MEGAN, "it was deleted", bench.now()));
    assertThat(told())
        .containsExactlyInAnyOrder(
            ALEX_CHAT, MEGAN_CHAT, new Address.Person(ADELE.id()), APPROVERS);
    assertThat(notice().text()).contains("is closed as unknown", "Megan Bowen", "it was deleted");
  }

  @Test
  void whatBeganInAThreadIsToldThereAndToTheRequesterInPerson() {
    bench.reject(settled(bench.submit(THREAD)), MEGAN);
    assertThat(told()).containsExactlyInAnyOrder(BEGAN_IN, ALEX_IN_PERSON);
  }

  @Test
  void whatNeedsNoApprovalIsNothingForTheApproversChannel() {
    Request request = settled(bench.submit(backup(), OWN_CHAT, 0));
    bench.change(request, r -> r.mainStep().commitStart(bench.now()));
    bench.change(request, r -> r.mainStep().accepted(progress("Running"), "", bench.now()));
    bench.change(request, r -> r.mainStep().beginVerification(bench.now()));
    bench.change(request, r -> r.mainStep().succeed(Message.plain("It is there."), bench.now()));
    assertThat(told()).containsExactly(ALEX_CHAT);
    assertThat(notice().text()).contains("Contoso UAT is backed up");
  }

  @Test
  void subscribersOfTheSourceOfTheTargetAndOfAllHearTheEndOnce() {
    subscribe("channel-source", Optional.of(UAT.id()));
    subscribe("channel-target", Optional.of(DEV.id()));
    subscribe("channel-both", Optional.of(UAT.id()));
    subscribe("channel-both", Optional.of(DEV.id()));
    subscribe("channel-both", Optional.empty());
    subscribe("channel-all", Optional.empty());
    subscribe("channel-other", Optional.of("env-other"));
    subscribe("approvers", Optional.empty());
    bench.succeed(bench.submit(OWN_CHAT));
    assertThat(told())
        .filteredOn(address -> address.toString().startsWith("conversation:channel-"))
        .containsExactlyInAnyOrder(
            new Conversation("channel-source"),
            new Conversation("channel-target"),
            new Conversation("channel-both"),
            new Conversation("channel-all"));
    assertThat(told()).filteredOn(APPROVERS::equals).hasSize(1);
  }

  @Test
  void aSubscriptionTellsNoMoreThanItsSubscriberMaySee() {
    SubscriptionRepository subscriptions = bench.bench.get(SubscriptionRepository.class);
    subscriptions.add(new Conversation("channel-lee"), Optional.empty(), "id-lee");
    subscriptions.add(new Conversation("channel-both"), Optional.of(UAT.id()), "id-lee");
    subscriptions.add(new Conversation("channel-both"), Optional.of(DEV.id()), ADELE.id());
    Request request = settled(bench.submit(OWN_CHAT));
    onlyFor(ALEX.id(), ADELE.id(), MEGAN.id());
    bench.succeed(request);
    assertThat(told())
        .contains(new Conversation("channel-both"))
        .doesNotContain(new Conversation("channel-lee"));
  }

  @Test
  void whatWasWrittenBeforeThePolicyChangedIsNotSentToThoseWhoMayNotSeeIt() {
    SubscriptionRepository subscriptions = bench.bench.get(SubscriptionRepository.class);
    Address lee = new Address.Person("id-lee");
    subscriptions.add(lee, Optional.empty(), "id-lee");
    subscriptions.add(new Conversation("channel-lee"), Optional.empty(), "id-lee");
    subscriptions.add(new Conversation("channel-adele"), Optional.empty(), ADELE.id());
    bench.succeed(settled(bench.submit(OWN_CHAT)));
    onlyFor(ALEX.id(), ADELE.id(), MEGAN.id());
    bench.deliver();
    assertThat(bench.messenger.sentTo(lee)).isEmpty();
    assertThat(bench.messenger.sentTo(new Conversation("channel-lee"))).isEmpty();
    assertThat(bench.messenger.sentTo(new Conversation("channel-adele"))).hasSize(1);
    assertThat(bench.messenger.sentTo(ALEX_CHAT)).isNotEmpty();
    assertThat(bench.rows()).isEmpty();
  }

  /** From now on nobody else may do anything. */
  private void onlyFor(String requester, String... approvers) {
    bench
        .bench
        .get(PolicyInForce.class)
        .replace(
            Policies.of(
                new PolicyProperties(
                    List.of(
                        PolicyEvaluatorTests.rule(
                            "*", List.of(requester), List.of(approvers), 1, Target.ALLOWED)))));
  }

  @Test
  void whoSubscribesInTheOwnChatAndTakesPartHearsItOnce() {
    SubscriptionRepository subscriptions = bench.bench.get(SubscriptionRepository.class);
    subscriptions.add(ALEX_IN_PERSON, Optional.empty(), ALEX.id());
    subscriptions.add(MEGAN_CHAT, Optional.empty(), MEGAN.id());
    bench.succeed(settled(bench.submit(OWN_CHAT)));
    assertThat(told().stream().filter(MEGAN_CHAT::equals)).hasSize(1);
    assertThat(told()).doesNotContain(ALEX_IN_PERSON);
  }

  @Test
  void everybodyReadsInTheOwnZoneAndAPlaceInTheRequesters() {
    bench.people.know(MEGAN, "America/New_York");
    bench.succeed(bench.submit(OWN_CHAT));
    bench.deliver();
    assertThat(noticeTo(MEGAN_CHAT)).contains("19 Nov 2026, 12:00 (America");
    assertThat(noticeTo(APPROVERS)).contains("19 Nov 2026, 18:00 (Europe/Berlin)");
    assertThat(noticeTo(ALEX_CHAT)).contains("19 Nov 2026, 18:00 (Europe/Berlin)");
  }

  @Test
  void thatAdministrationModeIsLeftIsToldToTheRequesterAndToWhoAsked() {
    subscribe("channel-target", Optional.of(DEV.id()));
    Request request = settled(bench.succeedInAdministrationMode(bench.submit(THREAD)));
    Request other = LeaveRequests.ask(bench.bench, request, MEGAN, "approvers");
    bench.change(other, r -> r.mainStep().commitStart(bench.now()));
    assertThat(told()).isEmpty();
    bench.change(other, r -> r.mainStep().accepted(progress("Running"), "", bench.now()));
    bench.change(other, r -> r.mainStep().beginVerification(bench.now()));
    LeaveRequests.done(bench.bench, other, "It is out.");
    assertThat(told())
        .containsExactlyInAnyOrder(
            BEGAN_IN,
            ALEX_IN_PERSON,
            MEGAN_CHAT,
            APPROVERS,
            new Address.Conversation("channel-target"));
    assertThat(notice().text()).contains("Administration mode is off on Contoso Dev", "It is out.");
  }

  @Test
  void whoAsksInTheOwnChatHearsOnceThatItDidNotWork() {
    Request request = settled(bench.succeedInAdministrationMode(bench.submit(OWN_CHAT)));
    Request other = LeaveRequests.ask(bench.bench, request, ALEX);
    Outcome trouble =
        new Outcome(
            bench.now(),
            Message.plain("Refused."),
            Optional.of("Boom"),
            Optional.of("correlation-1"),
            false);
    LeaveRequests.fail(bench.bench, other, trouble);
    assertThat(told()).containsExactly(ALEX_CHAT);
    assertThat(notice().text())
        .contains(
            "Administration mode couldn't be turned off", "Refused.", "Boom", "correlation-1");
  }

  @Test
  void everyCardThatStandsShowsHowItIsLeft() {
    Request request = settled(bench.submit(OWN_CHAT));
    settled(bench.succeedInAdministrationMode(request));
    LeaveRequests.ask(bench.bench, request, ALEX);
    bench.deliver();
    assertThat(bench.messenger.sent())
        .filteredOn(sent -> sent.how() == How.POSTED)
        .singleElement()
        .satisfies(sent -> assertThat(sent.text()).contains("Turn off administration mode"));
    assertThat(bench.messenger.sent())
        .filteredOn(sent -> sent.how() != How.POSTED)
        .hasSize(4)
        .allSatisfy(
            sent -> {
              assertThat(sent.how()).isEqualTo(How.UPDATED);
              assertThat(sent.text()).contains("Requested by Alex Wilber");
            });
  }

  @Test
  void whoJoinedIsToldHowItEndsInPersonAndOnce() {
    Request request = bench.submit(backup(), OWN_CHAT, 0);
    join("1", request, ADELE);
    join("2", request, ADELE);
    join("3", request, ALEX);
    settled(request);
    bench.change(request, r -> r.mainStep().commitStart(bench.now()));
    bench.change(request, r -> r.mainStep().accepted(progress("Running"), "", bench.now()));
    bench.change(request, r -> r.mainStep().beginVerification(bench.now()));
    assertThat(told()).isEmpty();
    bench.change(request, r -> r.mainStep().succeed(Message.plain("It is there."), bench.now()));
    assertThat(told()).containsExactlyInAnyOrder(ALEX_CHAT, new Address.Person(ADELE.id()));
  }

  @Test
  void whoJoinedIsToldThatItWasCanceledAndNobodyElseIs() {
    Request request = settled(bench.submit(backup(), OWN_CHAT, 0));
    join("1", request, ADELE);
    bench.change(request, r -> r.approval().cancel(ALEX, bench.now()));
    assertThat(told()).containsExactly(new Address.Person(ADELE.id()));
    assertThat(notice().text())
        .contains(
            request.id() + " was canceled",
            "Alex Wilber canceled the backup of Contoso UAT, which you had joined.",
            "If you still need it, submit a new request.");
  }

  @Test
  void whoJoinedIsToldWhenItIsRejectedOrExpiresAfterAll() {
    Request rejected = settled(bench.submit(OWN_CHAT));
    join("1", rejected, ADELE);
    bench.reject(rejected, MEGAN);
    assertThat(told()).containsExactlyInAnyOrder(ALEX_CHAT, new Address.Person(ADELE.id()));
    Request expired = settled(bench.submit(OWN_CHAT));
    join("2", expired, ADELE);
    bench.bench.clock.advance(Duration.ofDays(1));
    bench.change(expired, r -> r.approval().expire(bench.now()));
    assertThat(told()).contains(new Address.Person(ADELE.id()));
  }

  private void join(String draft, Request request, Person person) {
    bench.bench.in(() -> bench.bench.get(JoinRepository.class).add(draft, request.id(), person));
  }

  private void subscribe(String channel, Optional<String> environmentId) {
    bench
        .bench
        .get(SubscriptionRepository.class)
        .add(new Conversation(channel), environmentId, ALEX.id());
  }

  /** What was told of it before does not count. */
  private Request settled(Request request) {
    bench.settle();
    return request;
  }

  @Test
  void anApprovalThatWasWithdrawnBeforeItWasToldIsTold() {
    Request request = settled(bench.submit(OWN_CHAT));
    bench.approve(request, MEGAN);
    bench.change(request, r -> r.approval().withdraw(MEGAN, "", Samples.NOW));
    assertThat(notices())
        .anySatisfy(sent -> assertThat(sent.text()).contains("Megan Bowen approved the restore"));
  }

  /** Who got a notice since. */
  private List<Address> told() {
    return notices().stream().map(Sent::to).toList();
  }

  private Sent notice() {
    List<Sent> notices = notices();
    return notices.get(notices.size() - 1);
  }

  private String noticeTo(Address address) {
    return notices().stream()
        .filter(sent -> sent.to().equals(address))
        .reduce((first, second) -> second)
        .orElseThrow()
        .text();
  }

  private List<Sent> notices() {
    bench.deliver();
    return bench.messenger.sent().stream()
        .filter(sent -> sent.how() == How.POSTED && sent.offers("request.show"))
        .toList();
  }
}
