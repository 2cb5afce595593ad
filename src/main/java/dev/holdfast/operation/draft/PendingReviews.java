package dev.holdfast.operation.draft;

import dev.holdfast.operation.CarriedOutChecks;
import dev.holdfast.request.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps drafts. One whose check isn't over is brought up to date later, and one that the service
 * carries out is written into the record.
 */
@Component
class PendingReviews {

  private final DraftRepository drafts;
  private final ReviewUpdateTask updates;
  private final CarriedOutChecks carriedOut;

  PendingReviews(DraftRepository drafts, ReviewUpdateTask updates, CarriedOutChecks carriedOut) {
    this.drafts = drafts;
    this.updates = updates;
    this.carriedOut = carriedOut;
  }

  @Transactional
  public void keep(ReviewedDraft draft, Reviewer by) {
    Optional<ShownReview> shown = draft.stillChecking() ? ShownReview.of(by) : Optional.empty();
    drafts.add(draft, shown);
    if (shown.isPresent()) {
      updates.schedule(draft);
    }
    record(draft, by.who().person());
  }

  /**
   * Keeps what was found later.
   *
   * @param owner whose draft it is
   */
  @Transactional
  public void replace(ReviewedDraft draft, Person owner) {
    drafts.replace(draft);
    record(draft, owner);
  }

  private void record(ReviewedDraft draft, Person owner) {
    carriedOut.record(draft.work(), draft.checks(), draft.reviewedAt(), owner);
  }
}
