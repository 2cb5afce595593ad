package dev.holdfast.approval.delegation;

import dev.holdfast.request.Person;
import java.time.Instant;
import java.util.Optional;

/**
 * An approver lets somebody else decide for a time. Whether that counts for a request is asked of
 * the policy at each decision.
 *
 * @param from the approver
 * @param to the delegate
 * @param until when it ends by itself
 * @param end who ended it; empty while nobody has, and it holds until {@code until}
 */
public record Delegation(
    long id, Person from, Person to, Instant since, Instant until, Optional<End> end) {

  /**
   * How it ended.
   *
   * @param by Holdfast where its time was over
   */
  public record End(Person by, Instant at) {}

  public boolean isActive(Instant now) {
    return end.isEmpty() && now.isBefore(until);
  }
}
