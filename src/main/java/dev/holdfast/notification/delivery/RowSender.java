package dev.holdfast.notification.delivery;

import dev.holdfast.notification.store.OutboxRepository;
import org.springframework.stereotype.Component;

/** Sends what a row of the outbox asks for, about a request or a freeze. */
@Component
class RowSender {

  private final NotificationSender requests;
  private final FreezeAnnouncement freezes;

  RowSender(NotificationSender requests, FreezeAnnouncement freezes) {
    this.requests = requests;
    this.freezes = freezes;
  }

  /** Whether it is to be a new message, of which there could be two. */
  boolean sendsAnew(OutboxRepository.Row row) {
    return row.freeze().isPresent() || requests.sendsAnew(row);
  }

  /** Whether there was still something to send. */
  boolean tell(OutboxRepository.Row row) {
    return row.freeze().isPresent() ? freezes.tell(row) : requests.tell(row);
  }
}
