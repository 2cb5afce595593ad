package dev.holdfast.operation.draft;

import dev.holdfast.approval.ApprovalService;
import dev.holdfast.bot.action.CardOwner;
import dev.holdfast.card.Card;
import dev.holdfast.message.ReaderLanguage;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.ReaderLanguages;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows what the service's own check found where the review still says that it's checking. */
@Component
class ReviewUpdates {

  private static final Logger log = LoggerFactory.getLogger(ReviewUpdates.class);

  private final DraftRepository drafts;
  private final PendingReviews kept;
  private final ReviewRecheck recheck;
  private final ReviewCards cards;
  private final ApprovalService approvals;

  ReviewUpdates(
      DraftRepository drafts,
      PendingReviews kept,
      ReviewRecheck recheck,
      ReviewCards cards,
      ApprovalService approvals) {
    this.drafts = drafts;
    this.kept = kept;
    this.recheck = recheck;
    this.cards = cards;
    this.approvals = approvals;
  }

  /** How a review is drawn and sent. */
  @Component
  record ReviewCards(DraftReview reviews, Messenger messenger, ReaderLanguages languages) {}

  /**
   * Looks once.
   *
   * @return whether there is nothing more to do
   */
  boolean update(String id) {
    Optional<ReviewedDraft> draft = drafts.find(id);
    Optional<ShownReview> shown = drafts.shown(id);
    if (draft.isEmpty() || shown.isEmpty() || isSubmitted(draft.get(), shown.get())) {
      return true;
    }
    Optional<ReviewedDraft> found = found(draft.get(), shown.get());
    if (found.isEmpty()) {
      return recheck.isTooLate(draft.get());
    }
    if (!isSubmitted(draft.get(), shown.get())) {
      show(found.get(), shown.get());
    }
    drafts.forgetShown(id);
    return true;
  }

  private boolean isSubmitted(ReviewedDraft draft, ShownReview shown) {
    return approvals.submitted(draft.id(), shown.who().person()).isPresent();
  }

  private Optional<ReviewedDraft> found(ReviewedDraft draft, ShownReview shown) {
    if (!draft.stillChecking()) {
      return Optional.of(draft); // found before, and not shown yet
    }
    Optional<ReviewedDraft> newer = recheck.of(draft);
    newer.ifPresent(one -> kept.replace(one, shown.who().person()));
    return newer;
  }

  private void show(ReviewedDraft draft, ShownReview shown) {
    Card card =
        CardOwner.mark(
            ReaderLanguage.in(
                cards.languages().of(shown.where().readers(shown.who().id())),
                () -> cards.reviews().show(draft, shown.who(), "", false)),
            shown.who(),
            shown.where());
    try {
      send(card, shown);
    } catch (DeliveryException e) {
      if (e.reason() != Reason.UNREACHABLE && e.reason() != Reason.NEVER) {
        throw e;
      }
      log.warn("A review isn't brought up to date: {}", e.getMessage());
    }
  }

  private void send(Card card, ShownReview shown) {
    if (shown.card().isPresent()) {
      try {
        cards.messenger().update(shown.card().get(), card);
        return;
      } catch (DeliveryException e) {
        if (e.reason() != Reason.MESSAGE_GONE && e.reason() != Reason.NEVER) {
          throw e;
        }
      }
    }
    cards.messenger().post(shown.where().everybody(), card);
  }
}
