package dev.holdfast.notice;

import dev.holdfast.card.Banner;
import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.card.Refresh;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws the cards that show a request, as it is now. */
@Component
public class RequestCards {

  private final Cards cards;
  private final RequestFace requestFace;
  private final OwnViews ownViews;
  private final ApproverReach reach;

  RequestCards(Cards cards, RequestFace requestFace, OwnViews ownViews, ApproverReach reach) {
    this.reach = reach;
    this.cards = cards;
    this.requestFace = requestFace;
    this.ownViews = ownViews;
  }

  /** The card as one reader may see it. */
  public Card of(Request request, Reading reading, Optional<Banner> banner) {
    return of(request, reading, banner, "");
  }

  /**
   * The same.
   *
   * @param commentError why an input was not taken; empty when there is nothing to say
   */
  public Card of(Request request, Reading reading, Optional<Banner> banner, String commentError) {
    return reading.reader() == Reader.DECIDES && request.state() == State.AWAITING_APPROVAL
        ? approval(request, reading, banner, commentError)
        : cards.render(
            requestFace.view(
                request, reading, banner, commentError, ownViews.refresh(request, reading)));
  }

  /** The card of a post. */
  Card of(Request request, Posts.Kind kind, Reading reading) {
    return kind == Posts.Kind.APPROVAL
            && reading.reader() == Reader.EVERYBODY
            && request.state() == State.AWAITING_APPROVAL
        ? approval(request, reading, Optional.empty(), "")
        : of(request, reading, Optional.empty());
  }

  /** The last that a card shows when a newer one follows the request. */
  Card left(Request request, Reading reading, Instant since) {
    Banner banner =
        new Banner(
            Tone.NEUTRAL,
            "A newer card below follows %s. This one stands still since %s."
                .formatted(request.id(), Times.both(since, reading.zone())));
    return cards.render(
        requestFace.view(
            request,
            new Reading(Reader.LOOKS_ON, reading.shared(), reading.zone()),
            Optional.of(banner),
            "",
            Optional.empty()));
  }

  private Card approval(
      Request request, Reading reading, Optional<Banner> banner, String commentError) {
    Optional<Refresh> refresh =
        reading.shared() ? ownViews.refresh(request, reading) : Optional.empty();
    return cards.render(ApprovalFace.view(request, reading, banner, commentError, refresh));
  }

  /** Empty when enough approvers have been reached after all, or nothing is to be approved. */
  Optional<Card> unreachableApprovers(Request request) {
    return reach.isStuck(request)
        ? Optional.of(
            cards.render(
                UnreachableApproversFace.view(
                    request, reach.of(request), requestFace.unreached(request))))
        : Optional.empty();
  }

  Card notice(Request request, What what, ZoneId zone) {
    return cards.render(
        SettleNoticeFace.isAbout(what)
            ? SettleNoticeFace.view(request, zone)
            : ModeNoticeFace.isAbout(what)
                ? ModeNoticeFace.view(request, what, zone)
                : NoticeFace.view(request, what, zone));
  }
}
