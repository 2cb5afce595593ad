package dev.holdfast.notification.delivery;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.notification.store.OutboxRepository;
import java.time.Instant;

/** Takes note of what became of a message, besides its row in the outbox. */
public interface DeliveryResults {

  /** The message will never arrive. */
  void giveUp(OutboxRepository.Row row, DeliveryException why, Instant now);

  /** A card arrived, which may have been given up before. */
  void reached(OutboxRepository.Row row);
}
