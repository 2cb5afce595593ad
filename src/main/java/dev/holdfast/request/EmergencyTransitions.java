package dev.holdfast.request;

import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestGuard.Attempt;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * That it was requested as an emergency, and what somebody else says to that afterwards. The method
 * that returns an event is a transition of the {@link Request} that it came from.
 */
public final class EmergencyTransitions {

  /**
   * Where an emergency has been made use of. While a call is on its way nobody reviews it: whatever
   * changes the request would make the call stale.
   */
  static final Set<RequestState> REVIEWABLE =
      Collections.unmodifiableSet(
          EnumSet.of(
              RequestState.RUNNING,
              RequestState.VERIFYING,
              RequestState.SUCCEEDED,
              RequestState.FAILED,
              RequestState.UNKNOWN));

  private final Request request;

  EmergencyTransitions(Request request) {
    this.request = request;
  }

  /** What somebody says who looked at an emergency afterwards. */
  public record Review(Person by, String comment, Instant at) {}

  /** What was granted for it; empty where it's no emergency. */
  public Optional<Emergency> declared() {
    return request.details().emergency();
  }

  public boolean isDeclared() {
    return declared().isPresent();
  }

  /** Empty while nobody has reviewed it. */
  public Optional<Review> review() {
    return request.data().review;
  }

  /** Whether somebody has to review it now. */
  public boolean isReviewMissing() {
    return isDeclared() && review().isEmpty() && REVIEWABLE.contains(request.state());
  }

  /** A person other than the requester reviews it. */
  public RequestEvent review(Person by, String comment, Instant now) {
    return request.apply(
        RequestTrigger.REVIEWED,
        Attempt.of(by, now, comment),
        comment,
        () -> request.data().review = Optional.of(new Review(by, comment, now)));
  }
}
