package dev.holdfast.chat.request;

import dev.holdfast.approval.PermissionEvaluator;
import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.Reply;
import dev.holdfast.bot.RequestReplies;
import dev.holdfast.bot.TrackedCard;
import dev.holdfast.card.Card;
import dev.holdfast.card.view.Banner;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.notification.CardTracker;
import dev.holdfast.notification.card.RequestCardRenderer;
import dev.holdfast.notification.card.ViewerContext;
import dev.holdfast.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows each person of a request what is theirs, as the policy stands now. */
@Component
class RequestCardService implements RequestReplies {

  private final RequestCardRenderer cards;
  private final PermissionEvaluator permissions;
  private final CardTracker tracker;

  RequestCardService(
      RequestCardRenderer cards, PermissionEvaluator permissions, CardTracker tracker) {
    this.cards = cards;
    this.permissions = permissions;
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
    return new ViewerContext(
        Optional.of(permissions.of(who.person(), request)), isShared(where), who.zone());
  }

  private static boolean isShared(ConversationRef where) {
    return where.kind() != ConversationRef.Kind.PERSONAL;
  }
}
