package dev.holdfast.notice;

import dev.holdfast.notice.DeliveryException;
import dev.holdfast.notice.OutboxRepository;

import java.time.Instant;

/** Takes note of what became of a message, besides its row in the outbox. */
interface DeliveryResults {

  /** The message will never arrive. */
  void giveUp(OutboxRepository.Row row, DeliveryException why, Instant now);

  /** A card arrived, which may have been given up before. */
  void reached(OutboxRepository.Row row);
}
