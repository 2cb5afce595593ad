package dev.holdfast.notice;

import dev.holdfast.card.Banner;
import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.State;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws the cards that show a request, as it is now. */
@Component
public class RequestCards {

  private final Cards cards;
  private final RequestFace requestFace;
  private final Posts posts;

  RequestCards(Cards cards, RequestFace requestFace, Posts posts) {
    this.cards = cards;
    this.requestFace = requestFace;
    this.posts = posts;
  }

  /** The card for the requester and for everybody who only looks. */
  public Card request(Request request, ZoneId zone, Optional<Banner> banner) {
    return cards.render(requestFace.view(request, zone, banner, true));
  }

  /**
   * The card for those who decide; once there is nothing left to decide, the plain card without a
   * way to take it back.
   */
  public Card approval(Request request, ZoneId zone, Optional<Banner> banner, String commentError) {
    return request.state() == State.AWAITING_APPROVAL
        ? cards.render(ApprovalFace.view(request, zone, banner, commentError))
        : cards.render(requestFace.view(request, zone, banner, false));
  }

  /** The face of the request that a message shows, as it was posted there. */
  public Card at(
      String conversation, String activity, Request request, ZoneId zone, Optional<Banner> banner) {
    boolean approval =
        posts.of(request.id()).stream()
            .filter(post -> post.kind() == Posts.Kind.APPROVAL)
            .anyMatch(
                post -> post.posted().filter(at -> isSame(at, conversation, activity)).isPresent());
    return approval ? approval(request, zone, banner, "") : request(request, zone, banner);
  }

  /** A post in a channel is clicked from within the thread that it began. */
  private static boolean isSame(Messenger.Posted posted, String conversation, String activity) {
    return posted.activity().equals(activity)
        && new Address.Conversation(posted.conversation())
            .withoutThread()
            .equals(new Address.Conversation(conversation).withoutThread());
  }

  Card of(Request request, Posts.Kind kind, ZoneId zone) {
    return kind == Posts.Kind.APPROVAL
        ? approval(request, zone, Optional.empty(), "")
        : request(request, zone, Optional.empty());
  }

  Card notice(Request request, What what, ZoneId zone) {
    return cards.render(
        ModeNoticeFace.isAbout(what)
            ? ModeNoticeFace.view(request, what, zone)
            : NoticeFace.view(request, what, zone));
  }
}
