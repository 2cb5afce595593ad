package dev.holdfast.notification;

import dev.holdfast.notification.card.duration.DurationFacts;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.store.RequestRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has the cards of an operation that takes longer than usual drawn anew, once. */
@Component
class OverdueCards {

  private final RequestRepository requests;
  private final DurationFacts durations;
  private final CardUpdates updates;
  private final Clock clock;

  OverdueCards(
      RequestRepository requests, DurationFacts durations, CardUpdates updates, Clock clock) {
    this.requests = requests;
    this.durations = durations;
    this.updates = updates;
    this.clock = clock;
  }

  /**
   * @return when it will be overdue; empty if it is now, has ended, or nothing is known
   */
  @Transactional
  public Optional<Instant> update(RequestId id) {
    Optional<Instant> overdue = requests.find(id).flatMap(durations::overdueFrom);
    Optional<Instant> later = overdue.filter(from -> from.isAfter(clock.instant()));
    if (overdue.isPresent() && later.isEmpty()) {
      updates.redraw(id);
    }
    return later;
  }
}
