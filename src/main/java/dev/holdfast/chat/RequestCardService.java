package dev.holdfast.chat;

import dev.holdfast.chat.ActionResponse;
import dev.holdfast.chat.CardActionInvocation;
import dev.holdfast.chat.ChatUser;
import dev.holdfast.chat.ConversationRef;
import dev.holdfast.chat.Reply;
import dev.holdfast.chat.RequestReplies;
import dev.holdfast.chat.TrackedCard;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.approval.PolicyEvaluator;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.notice.Address;
import dev.holdfast.notice.CardTracker;
import dev.holdfast.notice.Messenger.Posted;
import dev.holdfast.notice.Reader;
import dev.holdfast.notice.RequestCardRenderer;
import dev.holdfast.notice.ViewerContext;
import dev.holdfast.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows each person of a request what is theirs, as the policy stands now. */
@Component
class RequestCardService implements RequestReplies {

  private final RequestCardRenderer cards;
  private final ApprovalService approvals;
  private final PolicyEvaluator policy;
  private final CardTracker tracker;

  RequestCardService(
      RequestCardRenderer cards,
      ApprovalService approvals,
      PolicyEvaluator policy,
      CardTracker tracker) {
    this.cards = cards;
    this.approvals = approvals;
    this.policy = policy;
    this.tracker = tracker;
  }

  @Override
  public ActionResponse own(
      Request request,
      ChatUser who,
      ConversationRef where,
      Optional<Banner> banner,
      String commentError) {
    Card card = cards.of(request, reading(request, who, where), banner, commentError);
    return new ActionResponse.Show(
        card, false, Optional.of(TrackedCard.of(request, new Address.Person(who.id()))));
  }

  @Override
  public Reply following(
      Request request, ChatUser who, ConversationRef where, Optional<Banner> banner) {
    Address address =
        isShared(where)
            ? new Address.Conversation(where.conversation())
            : new Address.Person(who.id());
    return Reply.following(posted(request, who, where, banner), request, address);
  }

  @Override
  public boolean isRequestCard(CardActionInvocation clicked) {
    return tracker.isTracked(new Posted(clicked.where().conversation(), clicked.message()));
  }

  /** Among others it has nobody's buttons. */
  private Card posted(
      Request request, ChatUser who, ConversationRef where, Optional<Banner> banner) {
    return isShared(where)
        ? cards.of(request, ViewerContext.byEverybody(who.zone()), banner)
        : cards.of(request, reading(request, who, where), banner);
  }

  private ViewerContext reading(Request request, ChatUser who, ConversationRef where) {
    return new ViewerContext(reader(request, who), isShared(where), who.zone());
  }

  Reader reader(Request request, ChatUser who) {
    if (approvals.canDecide(request, who.person())) {
      return Reader.DECIDES;
    }
    if (who.person().isSameAs(request.details().requester())) {
      return Reader.ASKED;
    }
    return policy.mayDecide(who.person(), request.details().spec())
        ? Reader.INVOLVED
        : Reader.LOOKS_ON;
  }

  private static boolean isShared(ConversationRef where) {
    return where.kind() != ConversationRef.Kind.PERSONAL;
  }
}
