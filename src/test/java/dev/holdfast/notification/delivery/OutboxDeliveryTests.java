package dev.holdfast.notification.delivery;

import static dev.holdfast.notification.NoticeBench.ADELE_CHAT;
import static dev.holdfast.notification.NoticeBench.ALEX_CHAT;
import static dev.holdfast.notification.NoticeBench.APPROVERS;
import static dev.holdfast.notification.NoticeBench.GIVE_UP_AFTER;
import static dev.holdfast.notification.NoticeBench.MEGAN_CHAT;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.notification.NoticeBench.RETRY_AFTER;
import static dev.holdfast.notification.NoticeBench.progress;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.CardTracker;
import dev.holdfast.notification.NoticeBench;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.request.Request;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.FakeMessenger;
import dev.holdfast.testing.FakeMessenger.How;
import dev.holdfast.testing.FakeMessenger.Sent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

/** From the event to the message; the test plays the scheduler. */
@EachDatabase
class OutboxDeliveryTests {

  private final Databases database;
  private NoticeBench bench;
  private FakeMessenger messenger;

  OutboxDeliveryTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new NoticeBench(database.fresh());
    messenger = bench.messenger;
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyRowHasItsDurableTask() {
    bench.submit(OWN_CHAT);
    ArgumentCaptor<SchedulableInstance<?>> tasks = ArgumentCaptor.captor();
    Mockito.verify(bench.bench.scheduler, Mockito.atLeastOnce()).schedule(tasks.capture());
    assertThat(tasks.getAllValues())
        .allMatch(task -> task.getTaskName().equals("deliver-notice"))
        .extracting(SchedulableInstance::getId)
        .containsExactlyElementsOf(bench.rows().stream().map(row -> Long.toString(row)).toList());
  }

  @Test
  void whatIsToldGoesBackWithTheTransactionOfTheEvent() {
    assertThatThrownBy(
            () ->
                bench.bench.in(
                    () -> {
                      bench.submit(OWN_CHAT);
                      throw new IllegalStateException("the database is full");
                    }))
        .hasMessage("the database is full");
    assertThat(bench.rows()).isEmpty();
    assertThat(bench.jdbc().sql("select count(*) from posts").query(Long.class).single()).isZero();
  }

  @Test
  void theReviewBecomesTheRequestsCardAndTheApproversGetTheirs() {
    bench.submit(OWN_CHAT);
    bench.deliver();
    assertThat(messenger.sentTo(ALEX_CHAT)).extracting(Sent::how).containsExactly(How.UPDATED);
    assertThat(messenger.sentTo(ALEX_CHAT).get(0).where())
        .isEqualTo(new Posted("chat-alex", "message-1"));
    assertThat(messenger.sentTo(APPROVERS))
        .singleElement()
        .matches(one -> one.how() == How.POSTED && one.text().contains("Show what I can do"))
        .matches(one -> !one.offers("request.approve"));
    assertThat(Stream.of(MEGAN_CHAT, ADELE_CHAT).map(messenger::sentTo))
        .allSatisfy(
            sent ->
                assertThat(sent)
                    .singleElement()
                    .matches(one -> one.how() == How.POSTED && one.offers("request.approve")));
    assertThat(bench.rows()).isEmpty();
  }

  @Test
  void aCardThatSomebodyGotWhileTheirsWasPostedIsTheOneThatFollows() {
    Request request = bench.submit(OWN_CHAT);
    Posted newer = new Posted("chat-of-" + MEGAN_CHAT, "newer");
    CardTracker tracker = bench.bench.get(CardTracker.class);
    messenger.meanwhile(
        MEGAN_CHAT, () -> tracker.follow(request.id(), request.version(), MEGAN_CHAT, newer));
    bench.deliver();
    assertThat(messenger.sentTo(new Address.Conversation(newer.conversation())))
        .singleElement()
        .matches(left -> left.text().contains("There's a newer card"));
    assertThat(bench.bench.get(PostedCardRepository.class).of(request.id()))
        .filteredOn(post -> post.address().equals(MEGAN_CHAT))
        .singleElement()
        .matches(post -> post.posted().equals(Optional.of(newer)));
  }

  @Test
  void theSameAddressIsReachedInOrder() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.reject(request, MEGAN);
    List<Long> newestFirst = bench.rows().stream().sorted(Comparator.reverseOrder()).toList();
    newestFirst.forEach(bench::attempt);
    bench.deliver();
    assertThat(messenger.sentTo(ALEX_CHAT))
        .extracting(Sent::how)
        .containsExactly(How.UPDATED, How.POSTED);
    assertThat(messenger.sentTo(ALEX_CHAT).get(1).text()).contains("was rejected");
  }

  @Test
  void aNoticeBehindACardThatDoesNotArriveWaits() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.reject(request, MEGAN);
    long card = rowFor(ALEX_CHAT, "CARD");
    long notice = rowFor(ALEX_CHAT, "NOTICE");
    assertThat(bench.attempt(notice)).contains(Duration.ofMillis(500));
    messenger.fails(ALEX_CHAT, Reason.LATER);
    assertThat(bench.attempt(card)).isPresent();
    assertThat(bench.attempt(notice)).contains(Duration.ofSeconds(15));
    assertThat(messenger.sentTo(ALEX_CHAT)).isEmpty();
    assertThat(bench.attempt(card)).isEmpty();
    assertThat(bench.attempt(notice)).isEmpty();
    assertThat(messenger.sentTo(ALEX_CHAT)).hasSize(2);
  }

  @Test
  void otherAddressesDoNotWait() {
    bench.submit(OWN_CHAT);
    messenger.fails(ALEX_CHAT, Reason.LATER);
    bench.rows().forEach(bench::attempt);
    assertThat(messenger.sentTo(MEGAN_CHAT)).hasSize(1);
    assertThat(messenger.sentTo(ALEX_CHAT)).isEmpty();
  }

  @Test
  void severalChangesThatWaitBecomeOneUpdateOfWhatIsTrueNow() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.runs(request);
    bench.change(
        request, r -> r.mainStep().observe(progress("Copying"), bench.now()).orElseThrow());
    bench.deliver();
    assertThat(messenger.sentTo(ALEX_CHAT))
        .filteredOn(sent -> sent.how() == How.UPDATED)
        .singleElement()
        .matches(sent -> sent.text().contains("Power Platform reports the status Copying"));
  }

  @Test
  void whatTheServiceAsksToWaitIsWaited() {
    bench.submit(OWN_CHAT);
    messenger.fails(ALEX_CHAT, Reason.LATER, Optional.of(Duration.ofSeconds(97)));
    assertThat(bench.attempt(rowFor(ALEX_CHAT, "CARD"))).contains(Duration.ofSeconds(97));
  }

  @Test
  void withoutAWordThePauseDoublesUpToAnHour() {
    bench.submit(OWN_CHAT);
    long row = rowFor(ALEX_CHAT, "CARD");
    for (int i = 0; i < 30; i++) {
      messenger.fails(ALEX_CHAT, Reason.LATER);
    }
    assertAboutAQuarterMoreThan(RETRY_AFTER, bench.attempt(row));
    assertAboutAQuarterMoreThan(RETRY_AFTER.multipliedBy(2), bench.attempt(row));
    assertAboutAQuarterMoreThan(RETRY_AFTER.multipliedBy(4), bench.attempt(row));
    for (int i = 0; i < 20; i++) {
      bench.attempt(row);
    }
    assertAboutAQuarterMoreThan(Duration.ofHours(1), bench.attempt(row));
  }

  /** Those who failed together must not come back together. */
  private static void assertAboutAQuarterMoreThan(Duration least, Optional<Duration> pause) {
    assertThat(pause)
        .hasValueSatisfying(it -> assertThat(it).isBetween(least, least.plus(least.dividedBy(4))));
  }

  @Test
  void aMessageThatMayBeThereIsRepeatedFiveTimesOverAnHourAndNoMore() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.reject(request, MEGAN);
    bench.attempt(rowFor(ALEX_CHAT, "CARD"));
    long notice = rowFor(ALEX_CHAT, "NOTICE");
    for (int i = 0; i < 7; i++) {
      messenger.fails(ALEX_CHAT, Reason.UNCERTAIN);
    }
    for (int seconds : List.of(5, 30, 180, 1080, 3600)) {
      assertAboutAQuarterMoreThan(Duration.ofSeconds(seconds), bench.attempt(notice));
    }
    assertThat(bench.attempt(notice)).isEmpty();
    assertThat(bench.attempt(notice)).isEmpty();
    assertThat(
            bench
                .jdbc()
                .sql("select uncertain from outbox where id = ? and given_up_at is not null")
                .param(notice)
                .query(Integer.class)
                .single())
        .isEqualTo(6);
  }

  @Test
  void whatIsHeldBackForTheLimitsIsNoTrouble() {
    bench.submit(OWN_CHAT);
    long row = rowFor(ALEX_CHAT, "CARD");
    messenger.fails(ALEX_CHAT, Reason.NOT_YET, Optional.of(Duration.ofMillis(535)));
    assertThat(bench.attempt(row)).contains(Duration.ofMillis(535));
    assertThat(
            bench
                .jdbc()
                .sql("select attempts from outbox where id = ?")
                .param(row)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theOneAheadWakesTheNext() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.reject(request, MEGAN);
    long card = rowFor(ALEX_CHAT, "CARD");
    long notice = rowFor(ALEX_CHAT, "NOTICE");
    SchedulerClient scheduler = bench.bench.get(SchedulerClient.class);
    Mockito.clearInvocations(scheduler);
    bench.attempt(card);
    Mockito.verify(scheduler)
        .reschedule(
            Mockito.argThat((TaskInstanceId next) -> next.getId().equals(Long.toString(notice))),
            Mockito.eq(bench.now()));
  }

  @Test
  void afterItsTimeADeliveryIsGivenUpAndTheRequestsCardSaysSo() {
    Request request = bench.submit(OWN_CHAT);
    long row = rowFor(APPROVERS, "CARD");
    messenger.fails(APPROVERS, Reason.LATER).fails(APPROVERS, Reason.LATER);
    bench.bench.clock.advance(GIVE_UP_AFTER);
    assertThat(bench.attempt(row)).isPresent();
    bench.bench.clock.advance(Duration.ofSeconds(1));
    assertThat(bench.attempt(row)).isEmpty();
    assertThat(bench.attempt(row)).isEmpty();
    assertThat(messenger.sentTo(APPROVERS)).isEmpty();
    assertThat(bench.requestCard(request))
        .contains("Not reached", "the approvers' channel (Teams couldn't accept it for too long)");
    assertThat(
            bench
                .jdbc()
                .sql("select words from audit where what = 'NOTICE_GIVEN_UP' and request_id = ?")
                .param(request.id().number())
                .query(String.class)
                .single())
        .startsWith("CARD to ");
  }

  @Test
  void whoCannotBeReachedIsGivenUpAtOnceAndNamed() {
    bench.people.know(MEGAN, "America/New_York");
    Request request = bench.submit(OWN_CHAT);
    messenger.doesNotReach(MEGAN_CHAT);
    messenger.fails(ADELE_CHAT, Reason.NEVER);
    bench.deliver();
    assertThat(bench.rows()).isEmpty();
    assertThat(bench.requestCard(request))
        .contains("Megan Bowen (Teams hasn't said yet how to post there)")
        .contains("id-adele (Teams didn't accept the message)");
  }

  @Test
  void theRequesterSeesAtOnceWhoIsNotReached() {
    Request request = bench.submit(OWN_CHAT);
    bench.attempt(rowFor(ALEX_CHAT, "CARD"));
    messenger.clear();
    messenger.doesNotReach(MEGAN_CHAT);
    bench.deliver();
    assertThat(messenger.sentTo(ALEX_CHAT))
        .singleElement()
        .matches(sent -> sent.text().contains("Not reached"))
        .matches(sent -> sent.text().contains(request.id().toString()));
  }

  @Test
  void aRequestersChatThatIsGoneIsNotTriedForEver() {
    bench.submit(OWN_CHAT);
    messenger.doesNotReach(ALEX_CHAT);
    bench.deliver();
    assertThat(bench.rows()).isEmpty();
  }

  @Test
  void aCardThatIsGoneIsPostedAnewAndFollowedThere() {
    Request request = bench.submit(OWN_CHAT);
    messenger.fails(ALEX_CHAT, Reason.MESSAGE_GONE);
    bench.deliver();
    Sent anew = messenger.sentTo(ALEX_CHAT).get(0);
    assertThat(anew.how()).isEqualTo(How.POSTED);
    bench.change(request, r -> r.approval().cancel(r.details().requester(), bench.now()));
    bench.deliver();
    Sent update = messenger.sentTo(ALEX_CHAT).get(1);
    assertThat(update.how()).isEqualTo(How.UPDATED);
    assertThat(update.where()).isEqualTo(anew.where());
  }

  @Test
  void nobodyIsSentACardToDecideOnWhatIsDecided() {
    Request request = bench.submit(OWN_CHAT);
    messenger.doesNotReach(ADELE_CHAT);
    bench.deliver();
    messenger.reaches(ADELE_CHAT);
    bench.reject(request, MEGAN);
    bench.deliver();
    assertThat(messenger.sentTo(ADELE_CHAT)).isEmpty();
    assertThat(bench.rows()).isEmpty();
  }

  @Test
  void whoIsReachedLaterGetsTheCardWhileThereIsSomethingToDecide() {
    Request request = bench.submit(restore(), OWN_CHAT, 2);
    messenger.doesNotReach(ADELE_CHAT);
    bench.deliver();
    messenger.reaches(ADELE_CHAT);
    bench.approve(request, MEGAN);
    bench.deliver();
    assertThat(messenger.sentTo(ADELE_CHAT))
        .singleElement()
        .matches(sent -> sent.offers("request.approve"));
    assertThat(bench.requestCard(request)).doesNotContain("Not reached");
  }

  @Test
  void aCrashAfterSendingRepeatsOneMessageAndNoMore() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.reject(request, MEGAN);
    bench.attempt(rowFor(ALEX_CHAT, "CARD"));
    long notice = rowFor(ALEX_CHAT, "NOTICE");
    messenger.clear();
    messenger.diesAfterSending();
    assertThatThrownBy(() -> bench.attempt(notice)).hasMessage("the process died");
    assertThat(uncertain(notice)).isEqualTo(1);
    assertThat(bench.attempt(notice)).isEmpty();
    assertThat(bench.attempt(notice)).isEmpty();
    assertThat(messenger.sentTo(ALEX_CHAT)).hasSize(2);
  }

  @Test
  void whatWasSurelyNotSentIsNotUncertain() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.reject(request, MEGAN);
    bench.attempt(rowFor(ALEX_CHAT, "CARD"));
    long notice = rowFor(ALEX_CHAT, "NOTICE");
    messenger.fails(ALEX_CHAT, Reason.LATER).fails(ALEX_CHAT, Reason.NOT_YET);
    bench.attempt(notice);
    assertThat(uncertain(notice)).isZero();
    bench.attempt(notice);
    assertThat(uncertain(notice)).isZero();
  }

  private int uncertain(long row) {
    return bench
        .jdbc()
        .sql("select uncertain from outbox where id = ?")
        .param(row)
        .query(Integer.class)
        .single();
  }

  @Test
  void aCrashAfterPostingACardFollowsTheSecondOne() {
    Request request = bench.submit(OWN_CHAT);
    messenger.diesAfterSending();
    long card = rowFor(MEGAN_CHAT, "CARD");
    assertThatThrownBy(() -> bench.attempt(card)).hasMessage("the process died");
    bench.deliver();
    assertThat(messenger.sentTo(MEGAN_CHAT)).hasSize(2);
    Posted second = messenger.sentTo(MEGAN_CHAT).get(1).where();
    bench.settle();
    bench.reject(request, MEGAN);
    bench.deliver();
    assertThat(messenger.sent())
        .filteredOn(sent -> sent.how() == How.UPDATED)
        .extracting(Sent::where)
        .contains(second);
  }

  @Test
  void aRowThatIsGoneIsDone() {
    assertThat(bench.attempt(4711)).isEmpty();
  }

  private long rowFor(Address address, String kind) {
    return bench
        .jdbc()
        .sql("select max(id) from outbox where address = ? and kind = ?")
        .params(address.toString(), kind)
        .query(Long.class)
        .single();
  }
}
