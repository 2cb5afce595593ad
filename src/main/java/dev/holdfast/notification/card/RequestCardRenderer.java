package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.approval.Permissions;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardRenderer;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.notification.store.PostedCardRepository;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws the cards that show a request, as it is now. */
@Component
public class RequestCardRenderer {

  private final CardRenderer cards;
  private final RequestCardMapper requestFace;
  private final AutoRefreshPolicy ownViews;
  private final ApproverReach reach;
  private final OperationCatalog operations;

  RequestCardRenderer(
      CardRenderer cards,
      RequestCardMapper requestFace,
      AutoRefreshPolicy ownViews,
      ApproverReach reach,
      OperationCatalog operations) {
    this.operations = operations;
    this.reach = reach;
    this.cards = cards;
    this.requestFace = requestFace;
    this.ownViews = ownViews;
  }

  /** The card as one reader may see it. */
  public Card of(Request request, ViewerContext reading, Optional<Banner> banner) {
    return of(request, reading, banner, "");
  }

  /**
   * The same.
   *
   * @param commentError why an input was not taken; empty when there is nothing to say
   */
  public Card of(
      Request request, ViewerContext reading, Optional<Banner> banner, String commentError) {
    return reading.may(Permission.APPROVE)
        ? approval(request, reading, banner, commentError)
        : cards.render(
            requestFace.view(
                request, reading, banner, commentError, ownViews.refresh(request, reading)));
  }

  /** The card of a post. */
  public Card of(Request request, PostedCardRepository.Kind kind, ViewerContext reading) {
    return kind == PostedCardRepository.Kind.APPROVAL
            && reading.isEverybody()
            && request.state() == RequestState.AWAITING_APPROVAL
        ? approval(request, reading, Optional.empty(), "")
        : of(request, reading, Optional.empty());
  }

  /** The last that a card shows when a newer one follows the request. */
  public Card left(Request request, ViewerContext reading, Instant since) {
    Banner banner =
        new Banner(
            Tone.NEUTRAL,
            new CardTexts(reading.zone())
                .of("requestCard.newerCard", "request", request.id().toString(), "since", since));
    return cards.render(
        requestFace
            .view(
                request,
                new ViewerContext(Optional.of(Permissions.NONE), reading.shared(), reading.zone()),
                Optional.of(banner),
                "",
                Optional.empty())
            .closed());
  }

  private Card approval(
      Request request, ViewerContext reading, Optional<Banner> banner, String commentError) {
    Optional<AutoRefresh> refresh =
        reading.shared() ? ownViews.refresh(request, reading) : Optional.empty();
    Operation<?> operation = operation(request);
    RequestSubject subject = requestFace.subject(request, operation, new CardTexts(reading.zone()));
    return cards.render(
        ApprovalCardMapper.view(
            request, operation, subject, reading, banner, commentError, refresh));
  }

  /** Empty when enough approvers have been reached after all, or nothing is to be approved. */
  public Optional<Card> unreachableApprovers(Request request) {
    return reach.isStuck(request)
        ? Optional.of(
            cards.render(
                UnreachableApproversCard.view(
                    request, reach.of(request), requestFace.unreached(request))))
        : Optional.empty();
  }

  /** Empty when it was reviewed meanwhile. */
  public Optional<Card> reviewReminder(Request request, ZoneId zone) {
    return request.emergency().isReviewMissing()
        ? Optional.of(cards.render(EmergencyNotice.reminder(request, operation(request), zone)))
        : Optional.empty();
  }

  public Card notice(Request request, RequestEventType what, ZoneId zone) {
    return cards.render(
        SettleNoticeFace.isAbout(what)
            ? SettleNoticeFace.view(request, operation(request), zone)
            : AdminModeNotification.isAbout(what)
                ? AdminModeNotification.view(request, what, zone)
                : EmergencyNotice.isAbout(what)
                    ? EmergencyNotice.view(request, operation(request), what, zone)
                    : NotificationCardMapper.view(request, operation(request), what, zone));
  }

  private Operation<?> operation(Request request) {
    return operations.of(request.details().spec());
  }
}
