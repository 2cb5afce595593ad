package dev.holdfast.chat;

import dev.holdfast.approval.Approvals;
import dev.holdfast.approval.Decided;
import dev.holdfast.card.Banner;
import dev.holdfast.card.Card;
import dev.holdfast.card.Tone;
import dev.holdfast.notice.RequestCards;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The commands about requests: what is under way, what waits, what has been, and to take one back.
 */
@Component
class RequestCommands {

  private final Requests requests;
  private final RequestLists lists;
  private final RequestCards cards;
  private final Approvals approvals;
  private final Replies replies;

  RequestCommands(
      Requests requests,
      RequestLists lists,
      RequestCards cards,
      Approvals approvals,
      Replies replies) {
    this.requests = requests;
    this.lists = lists;
    this.cards = cards;
    this.approvals = approvals;
    this.replies = replies;
  }

  /** What these commands may have to fall back on. */
  @Component
  record Replies(Naming naming, Troubles troubles) {}

  /** Empty when the command is about something else. */
  Optional<Card> answer(Command command, Speaker who) {
    if (command instanceof Command.Status status) {
      return Optional.of(
          status.requestId().map(id -> show(id, who)).orElseGet(() -> lists.underWay(who)));
    } else if (command instanceof Command.Approvals) {
      return Optional.of(lists.waitingFor(who));
    } else if (command instanceof Command.History history) {
      return Optional.of(history(history, who));
    } else if (command instanceof Command.Cancel cancel) {
      return Optional.of(cancel(cancel.requestId(), who));
    }
    return Optional.empty();
  }

  /** Who can decide gets the card to decide on; a way to take it back is the requester's alone. */
  Card show(String id, Speaker who) {
    return withRequest(
        id,
        request ->
            approvals.canDecide(request, who.person())
                ? cards.approval(request, who.zone(), Optional.empty(), "")
                : cards.request(request, who.zone(), Optional.empty()));
  }

  private Card history(Command.History history, Speaker who) {
    return history
        .environment()
        .map(
            text ->
                replies
                    .naming()
                    .with(
                        text,
                        subject ->
                            lists.past(
                                Optional.of(subject.id()), "History of " + subject.name(), who),
                        "history.show",
                        subject -> Map.of("environment", subject.id())))
        .orElseGet(() -> lists.past(Optional.empty(), "History", who));
  }

  private Card cancel(String id, Speaker who) {
    return withRequest(
        id,
        found -> {
          Decided decided = approvals.cancel(found.id(), who.person());
          Optional<Banner> banner =
              decided instanceof Decided.Refused refused
                  ? Optional.of(new Banner(Tone.ATTENTION, Standing.sentence(refused, who.zone())))
                  : Optional.empty();
          return cards.request(decided.request(), who.zone(), banner);
        });
  }

  private Card withRequest(String id, Function<Request, Card> answer) {
    return RequestId.parse(id)
        .flatMap(requests::find)
        .map(answer)
        .orElseGet(
            () ->
                replies
                    .troubles()
                    .plain(
                        "There is no request " + id,
                        "Nothing was changed.",
                        List.of("“status” lists what is under way, “history” what has been.")));
  }
}
