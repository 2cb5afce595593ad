package dev.holdfast.chat;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.DecisionResult;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.chat.CommandDesk.Answer;
import dev.holdfast.notice.Address;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The commands about requests: what is under way, what waits, what has been, and to take one back.
 */
@Component
class RequestCommands {

  private final RequestRepository requests;
  private final RequestListCards lists;
  private final RequestCardService views;
  private final ApprovalService approvals;
  private final Replies replies;

  RequestCommands(
      RequestRepository requests,
      RequestListCards lists,
      RequestCardService views,
      ApprovalService approvals,
      Replies replies) {
    this.requests = requests;
    this.lists = lists;
    this.views = views;
    this.approvals = approvals;
    this.replies = replies;
  }

  /** What these commands may have to fall back on. */
  @Component
  record Replies(HistoryCommand history, ErrorCards troubles) {}

  /** Empty when the command is about something else. */
  Optional<Answer> answer(Command command, IncomingMessage said) {
    ChatUser who = said.who();
    ConversationRef where = said.where();
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
  Answer show(String id, ChatUser who, ConversationRef where) {
    return withRequest(id, request -> following(request, who, where, Optional.empty()));
  }

  private Answer cancel(String id, ChatUser who, ConversationRef where) {
    return withRequest(
        id,
        found -> {
          DecisionResult decided = approvals.cancel(found.id(), who.person());
          Optional<Banner> banner =
              decided instanceof DecisionResult.Refused refused
                  ? Optional.of(
                      new Banner(Tone.ATTENTION, DenialMessages.sentence(refused, who.zone())))
                  : Optional.empty();
          return following(decided.request(), who, where, banner);
        });
  }

  private Answer following(
      Request request, ChatUser who, ConversationRef where, Optional<Banner> banner) {
    Address address =
        where.kind() == ConversationRef.Kind.PERSONAL
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
