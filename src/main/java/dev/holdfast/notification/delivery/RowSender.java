package dev.holdfast.notification.delivery;

import dev.holdfast.notification.policy.PolicyCardSender;
import dev.holdfast.notification.store.OutboxRepository;
import org.springframework.stereotype.Component;

/** Sends what a row of the outbox asks for, about a request, a freeze, or a policy. */
@Component
class RowSender {

  private final NotificationSender requests;
  private final FreezeAnnouncement freezes;
  private final PolicyCardSender policies;

  RowSender(NotificationSender requests, FreezeAnnouncement freezes, PolicyCardSender policies) {
    this.requests = requests;
    this.freezes = freezes;
    this.policies = policies;
  }

  /** Whether it is to be a new message, of which there could be two. */
  boolean sendsAnew(OutboxRepository.Row row) {
    if (row.policyCard().isPresent()) {
      return policies.sendsAnew(row.policyCard().getAsLong());
    }
    return row.freeze().isPresent() || requests.sendsAnew(row);
  }

  /** Whether there was still something to send. */
  boolean tell(OutboxRepository.Row row) {
    if (row.policyCard().isPresent()) {
      return policies.tell(row.policyCard().getAsLong());
    }
    return row.freeze().isPresent() ? freezes.tell(row) : requests.tell(row);
  }
}
