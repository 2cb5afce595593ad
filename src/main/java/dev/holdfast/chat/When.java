package dev.holdfast.chat;

import java.time.Instant;
import java.util.Optional;

/** What a person's words for a point in time came to. */
sealed interface When {

  /**
   * An instant.
   *
   * @param note what the person should know of how it was found, such as which of two times of the
   *     night the clocks go back was meant
   */
  record At(Instant instant, Optional<String> note) implements When {}

  /** The words name no restore point. The sentence says why and what would be understood. */
  record NotUnderstood(String sentence) implements When {}
}
