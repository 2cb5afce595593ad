package dev.holdfast.notification.store;

import static dev.holdfast.notification.NoticeBench.ADELE_CHAT;
import static dev.holdfast.notification.NoticeBench.ALEX_CHAT;
import static dev.holdfast.notification.NoticeBench.MEGAN_CHAT;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.CardTracker;
import dev.holdfast.notification.NoticeBench;
import dev.holdfast.notification.card.RequestCardRenderer;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of the cards and messages of requests, and what is deleted. */
@EachDatabase
class ExpiredNotificationsTests {

  private static final Duration KEPT = Workbench.RETENTION.notifications();

  private final Databases database;
  private NoticeBench bench;

  ExpiredNotificationsTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    bench = new NoticeBench(database.fresh());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void afterTheirTimeTheCardsOfAnEndedRequestAreDeletedAndTheRequestStays() {
    Request request = bench.submit(OWN_CHAT);
    bench.messenger.fails(ADELE_CHAT, Reason.NEVER);
    bench.deliver();
    bench.reject(request, MEGAN);
    bench.deliver();
    long posts = count("posts");

    bench.bench.clock.advance(KEPT.minusMinutes(1));
    assertThat(delete()).isZero();
    bench.bench.clock.advance(Duration.ofMinutes(2));

    assertThat(delete()).isGreaterThanOrEqualTo(posts);
    assertThat(count("posts")).isZero();
    assertThat(count("outbox")).isZero();
    assertThat(bench.bench.requests().find(request.id())).isPresent();
    assertThat(count("audit")).isPositive();
    assertThat(delete()).isZero();
  }

  @Test
  void theCardsOfAnOpenRequestStayHoweverOldItIs() {
    Request open = bench.submit(OWN_CHAT);
    bench.deliver();
    long posts = count("posts");

    bench.bench.clock.advance(KEPT.multipliedBy(10));
    assertThat(delete()).isZero();

    assertThat(count("posts")).isEqualTo(posts);
    bench.messenger.clear();
    bench.reject(open, MEGAN);
    bench.deliver();
    assertThat(bench.messenger.sentTo(ALEX_CHAT)).hasSize(2);
  }

  @Test
  void theCardsOfAnUnknownOutcomeStayUntilSomebodySettlesIt() {
    Request request = bench.submit(OWN_CHAT);
    bench.runs(request);
    bench.change(
        request,
        r ->
            r.mainStep()
                .outcomeUnknown(
                    new Outcome(
                        bench.now(),
                        Message.plain("Nobody can tell."),
                        Optional.empty(),
                        Optional.empty(),
                        false)));
    bench.deliver();

    bench.bench.clock.advance(KEPT.multipliedBy(2));

    assertThat(delete()).isZero();
    assertThat(count("posts")).isPositive();
  }

  @Test
  void aMessageThatStillWaitsStaysWithItsCard() {
    Request request = bench.submit(OWN_CHAT);
    bench.settle();
    bench.reject(request, MEGAN);
    bench.bench.clock.advance(KEPT.plusDays(1));

    delete();

    assertThat(bench.rows()).isNotEmpty();
    bench.deliver();
    assertThat(bench.messenger.sentTo(ALEX_CHAT)).hasSize(2);
  }

  @Test
  void manyAreDeletedInSmallBatches() {
    for (int i = 0; i < 25; i++) {
      bench.reject(bench.submit(OWN_CHAT), MEGAN);
    }
    bench.jdbc().sql("delete from outbox").update();
    Request open = bench.submit(OWN_CHAT);
    bench.bench.clock.advance(KEPT.plusDays(1));

    bench.bench.get(ExpiredNotifications.class).delete(4);

    assertThat(bench.jdbc().sql("select distinct request_id from posts").query(Long.class).list())
        .containsExactly(open.id().number());
  }

  @Test
  void aCardWhoseRowIsGoneIsFollowedAgainWhenSomebodyAsks() {
    Request request = bench.submit(OWN_CHAT);
    bench.reject(request, MEGAN);
    bench.deliver();
    bench.bench.clock.advance(KEPT.plusDays(1));
    delete();

    Request found = bench.bench.requests().find(request.id()).orElseThrow();
    bench
        .bench
        .get(CardTracker.class)
        .follow(
            found.id(), found.version(), MEGAN_CHAT, new Posted("chat-of-megan", "card-of-old"));

    assertThat(bench.bench.get(PostedCardRepository.class).of(request.id()))
        .extracting(PostedCardRepository.Post::address)
        .containsExactly(MEGAN_CHAT);
    assertThat(
            bench
                .bench
                .get(RequestCardRenderer.class)
                .of(found, bench.viewer(ALEX, found), Optional.empty())
                .json()
                .toString())
        .contains("Rejected");
  }

  private long delete() {
    return bench.bench.get(ExpiredNotifications.class).delete(500);
  }

  private long count(String table) {
    return bench.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
