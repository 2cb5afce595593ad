package dev.holdfast.notification;

import static dev.holdfast.notification.NoticeBench.ADELE_CHAT;
import static dev.holdfast.notification.NoticeBench.ALEX_CHAT;
import static dev.holdfast.notification.NoticeBench.APPROVERS;
import static dev.holdfast.notification.NoticeBench.MEGAN_CHAT;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.testing.Samples.ADELE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.checklist.ChecklistItem;
import dev.holdfast.request.checklist.KnownItem;
import dev.holdfast.testing.Databases;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see and hear of the checklist of a restore. */
class ChecklistNoticesTests {

  private static final List<ChecklistItem> ITEMS =
      List.of(
          ChecklistItem.of(KnownItem.BATCH_JOBS),
          ChecklistItem.own(1, "Tell *all* testers"),
          ChecklistItem.of(KnownItem.ADMIN_MODE));

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
  void theCardHasARowForEachItem() {
    Request request = succeeded();
    assertThat(bench.requestCard(request))
        .contains("Checklist · 0 of 3 done", "☐ Batch jobs", "☐ Tell \\\\*all\\\\* testers")
        .contains("Mark as done: Batch jobs")
        .contains("2 other items of the checklist are still open.");
  }

  @Test
  void everyCardFollowsATick() {
    Request request = succeeded();
    bench.settle();
    tick(request, "batch-jobs");
    bench.deliver();
    assertThat(bench.messenger.sentTo(ALEX_CHAT))
        .singleElement()
        .satisfies(
            card ->
                assertThat(card.toString())
                    .contains("Checklist · 1 of 3 done", "Done, says Adele Vance"));
    assertThat(bench.requestCard(request))
        .contains("Mark as not done: Batch jobs", "One other item of the checklist is still open.");
  }

  @Test
  void theRequesterAndWhoHasTickedSomethingAreReminded() {
    Request request = succeeded();
    tick(request, "batch-jobs");
    bench.settle();
    remind(request);
    bench.deliver();
    for (var address : List.of(ALEX_CHAT, ADELE_CHAT)) {
      assertThat(bench.messenger.sentTo(address))
          .anySatisfy(
              card ->
                  assertThat(card.toString())
                      .contains("has open items")
                      .contains("Still open: Tell")
                      .contains("Administration mode off"));
    }
    for (var address : List.of(MEGAN_CHAT, APPROVERS)) {
      assertThat(bench.messenger.sentTo(address))
          .noneMatch(card -> card.toString().contains("has open items"));
    }
  }

  @Test
  void whoIsReachedWhenAllIsDoneHearsNothing() {
    Request request = succeeded();
    bench.settle();
    remind(request);
    ITEMS.forEach(item -> tick(request, item.key()));
    bench.deliver();
    assertThat(bench.messenger.sent())
        .noneMatch(sent -> sent.toString().contains("has open items"));
  }

  private void tick(Request request, String item) {
    bench.change(request, r -> r.completed().checklist().tick(item, ADELE, bench.now()));
  }

  private void remind(Request request) {
    bench.change(request, r -> r.completed().checklist().remind(bench.now()));
  }

  private Request succeeded() {
    Request request = bench.runs(bench.submit(OWN_CHAT));
    bench.change(request, r -> r.mainStep().beginVerification(bench.now()));
    return bench.change(
        request,
        r -> {
          RequestEvent event =
              r.completed()
                  .succeedInAdministrationMode(Message.plain("It is ready."), true, bench.now());
          r.completed().checklist().fix(ITEMS);
          return event;
        });
  }
}
