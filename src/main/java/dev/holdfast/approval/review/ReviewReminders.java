package dev.holdfast.approval.review;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of each missing review when that is due. */
@Service
public class ReviewReminders {

  private final MissingReviews missing;
  private final RequestRepository requests;
  private final ReviewReminder reminder;
  private final Clock clock;

  ReviewReminders(
      MissingReviews missing, RequestRepository requests, ReviewReminder reminder, Clock clock) {
    this.missing = missing;
    this.requests = requests;
    this.reminder = reminder;
    this.clock = clock;
  }

  /**
   * Reminds of it if that is due. However often it's called, each reminder is sent once.
   *
   * @return when to call again; empty when the review isn't missing any more
   */
  @Transactional
  public Optional<Instant> remind(RequestId id) {
    return missing.lock(id).flatMap(this::remind);
  }

  private Optional<Instant> remind(MissingReview owed) {
    Instant now = clock.instant();
    if (now.isBefore(owed.remindAt())) {
      return Optional.of(owed.remindAt());
    }
    Optional<Request> request = requests.find(owed.request());
    if (request.isEmpty()) {
      missing.remove(owed.request());
      return Optional.empty();
    }
    // One that is called again can't be reviewed for the moment.
    request.filter(one -> one.emergency().isReviewMissing()).ifPresent(reminder::remind);
    Instant next =
        ReviewTimes.until(request.get().emergency().declared().orElseThrow(), owed.due())
            .nextReminder(now);
    missing.remindAt(owed.request(), next);
    return Optional.of(next);
  }
}
