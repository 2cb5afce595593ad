package dev.holdfast.chat;

import static java.util.stream.Collectors.toSet;

import dev.holdfast.approval.Approvals;
import dev.holdfast.approval.SettleOutcome;
import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.card.RequestListView;
import dev.holdfast.card.Times;
import dev.holdfast.notice.RequestWords;
import dev.holdfast.request.Request;
import dev.holdfast.request.Requests;
import dev.holdfast.request.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists of requests: what is under way, what waits for the reader. */
@Component
class RequestLists {

  private static final int RECENT = 100;
  private static final Comparator<Request> NEWEST_FIRST =
      Comparator.comparingLong((Request one) -> one.id().number()).reversed();

  private final Requests requests;
  private final Approvals approvals;
  private final SettleOutcome settling;
  private final Cards cards;

  RequestLists(Requests requests, Approvals approvals, SettleOutcome settling, Cards cards) {
    this.requests = requests;
    this.approvals = approvals;
    this.settling = settling;
    this.cards = cards;
  }

  /**
   * What is not closed, what has ended and now leaves administration mode, and what waits for a
   * person because its outcome is unknown.
   */
  Card underWay(Speaker who) {
    List<Request> unsettled = requests.unsettled();
    Set<Long> listed = unsettled.stream().map(one -> one.id().number()).collect(toSet());
    List<Request> leaving =
        requests.recent(RECENT).stream()
            .filter(ended -> ended.state().closed() && ended.leaving().isUnderWay())
            .filter(ended -> !listed.contains(ended.id().number()))
            .toList();
    return list(
        "Requests under way",
        "Nothing is under way. “history” shows what has been.",
        Stream.of(requests.open(RequestListView.PAGE), unsettled, leaving).flatMap(List::stream),
        requests.openCount() + unsettled.size() + leaving.size(),
        who);
  }

  Card waitingFor(Speaker who) {
    List<Request> waiting =
        Stream.concat(
                requests.awaitingApproval().stream()
                    .filter(request -> approvals.canDecide(request, who.person())),
                requests.unsettled().stream()
                    .filter(request -> settling.canSettle(request, who.person())))
            .toList();
    return list(
        "Waiting for your decision",
        "Nothing waits for you.",
        waiting.stream(),
        waiting.size(),
        who);
  }

  private Card list(String title, String empty, Stream<Request> found, int count, Speaker who) {
    return cards.render(
        new RequestListView(
            title,
            "",
            Optional.empty(),
            empty,
            found
                .sorted(NEWEST_FIRST)
                .limit(RequestListView.PAGE)
                .map(request -> row(request, who))
                .toList(),
            count,
            Optional.empty(),
            Optional.empty()));
  }

  static RequestListView.Row row(Request request, Speaker who) {
    Work work = request.terms().work();
    return new RequestListView.Row(
        request.id().toString(),
        work instanceof Work.Restore ? "Restore" : "Backup",
        work.source().displayName(),
        work instanceof Work.Restore restore ? restore.target().displayName() : "",
        RequestWords.standing(request),
        RequestWords.tone(request.state()),
        Times.both(request.terms().createdAt(), who.zone()),
        request.terms().requester().name(),
        Map.of("requestId", request.id().toString()));
  }
}
