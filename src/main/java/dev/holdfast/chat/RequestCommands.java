package dev.holdfast.chat;

import dev.holdfast.approval.Approvals;
import dev.holdfast.approval.Decided;
import dev.holdfast.card.Banner;
import dev.holdfast.card.Tone;
import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.notice.Address;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.Requests;
import java.util.List;
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
  private final Views views;
  private final Approvals approvals;
  private final Replies replies;

  RequestCommands(
      Requests requests, RequestLists lists, Views views, Approvals approvals, Replies replies) {
    this.requests = requests;
    this.lists = lists;
    this.views = views;
    this.approvals = approvals;
    this.replies = replies;
  }

  /** What these commands may have to fall back on. */
  @Component
  record Replies(HistoryCards history, Troubles troubles) {}

  /** Empty when the command is about something else. */
  Optional<Answer> answer(Command command, Said said) {
    Speaker who = said.who();
    Place where = said.where();
    if (command instanceof Command.Status status) {
      return Optional.of(
          status
              .requestId()
              .map(id -> show(id, who, where))
              .orElseGet(() -> Answer.of(lists.underWay(who))));
    } else if (command instanceof Command.Approvals) {
      return Optional.of(Answer.of(lists.waitingFor(who)));
    } else if (command instanceof Command.History history) {
      return Optional.of(Answer.of(replies.history().answer(HistoryPeople.in(history, said), who)));
    } else if (command instanceof Command.Cancel cancel) {
      return Optional.of(cancel(cancel.requestId(), who, where));
    }
    return Optional.empty();
  }

  /** The card that follows the request here from now on. */
  Answer show(String id, Speaker who, Place where) {
    return withRequest(id, request -> following(request, who, where, Optional.empty()));
  }

  private Answer cancel(String id, Speaker who, Place where) {
    return withRequest(
        id,
        found -> {
          Decided decided = approvals.cancel(found.id(), who.person());
          Optional<Banner> banner =
              decided instanceof Decided.Refused refused
                  ? Optional.of(new Banner(Tone.ATTENTION, Standing.sentence(refused, who.zone())))
                  : Optional.empty();
          return following(decided.request(), who, where, banner);
        });
  }

  private Answer following(Request request, Speaker who, Place where, Optional<Banner> banner) {
    Address address =
        where.kind() == Place.Kind.PERSONAL
            ? new Address.Person(who.id())
            : new Address.Conversation(where.conversation());
    return Answer.following(views.posted(request, who, where, banner), request, address);
  }

  private Answer withRequest(String id, Function<Request, Answer> answer) {
    return RequestId.parse(id)
        .flatMap(requests::find)
        .map(answer)
        .orElseGet(
            () ->
                Answer.forAskerAlone(
                    replies
                        .troubles()
                        .plain(
                            "There is no request " + id,
                            "Nothing was changed.",
                            List.of(
                                "“status” lists what is under way, “history” what has been."))));
  }
}
