package dev.holdfast.chat;

import dev.holdfast.approval.Approvals;
import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.card.RequestListView;
import dev.holdfast.card.Times;
import dev.holdfast.notice.ModeWords;
import dev.holdfast.notice.RequestWords;
import dev.holdfast.request.AdministrationMode;
import dev.holdfast.request.Request;
import dev.holdfast.request.Requests;
import dev.holdfast.request.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists of requests: what is under way, what waits for the reader. */
@Component
class RequestLists {

  private static final int RECENT = 100;

  private final Requests requests;
  private final Approvals approvals;
  private final Cards cards;

  RequestLists(Requests requests, Approvals approvals, Cards cards) {
    this.requests = requests;
    this.approvals = approvals;
    this.cards = cards;
  }

  Card underWay(Speaker who) {
    return list(
        "Requests under way",
        "Nothing is under way. “history” shows what has been.",
        underWay(),
        who);
  }

  /** What is not closed, and what has ended and now leaves administration mode. */
  private List<Request> underWay() {
    Stream<Request> leaving =
        requests.recent(Optional.empty(), RECENT).stream()
            .filter(
                ended ->
                    ended.administrationMode().filter(AdministrationMode::beingLeft).isPresent());
    return Stream.concat(requests.open().stream(), leaving)
        .sorted(Comparator.comparingLong((Request one) -> one.id().number()).reversed())
        .toList();
  }

  Card waitingFor(Speaker who) {
    List<Request> waiting =
        requests.open().stream()
            .filter(request -> approvals.canDecide(request, who.person()))
            .toList();
    return list("Waiting for your decision", "Nothing waits for you.", waiting, who);
  }

  private Card list(String title, String empty, List<Request> found, Speaker who) {
    return cards.render(
        new RequestListView(
            title,
            "",
            empty,
            found.stream().limit(RequestListView.PAGE).map(request -> row(request, who)).toList(),
            found.size(),
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
        request.state().title() + ModeWords.inShort(request),
        RequestWords.tone(request.state()),
        Times.both(request.terms().createdAt(), who.zone()),
        request.terms().requester().name(),
        Map.of("requestId", request.id().toString()));
  }
}
