package dev.holdfast.bot;

import dev.holdfast.card.view.Banner;
import dev.holdfast.request.Request;
import java.util.Optional;

/** Replies with the card of a request, and knows which messages carry one. */
public interface RequestReplies {

  /**
   * What the person alone sees; followed where an older client can show it only as a message.
   *
   * @param commentError why a comment was not taken; empty when there is nothing to say
   */
  ActionResponse own(
      Request request,
      ChatUser who,
      ConversationRef where,
      Optional<Banner> banner,
      String commentError);

  /** The card that follows the request in this conversation from now on. */
  Reply following(Request request, ChatUser who, ConversationRef where, Optional<Banner> banner);

  /**
   * Whether the clicked card has become a request's card by now. Whatever takes its place then
   * hides the request.
   */
  boolean isRequestCard(CardActionInvocation clicked);
}
