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

  /**
   * The words name no instant in the past.
   *
   * @param sentence why, and what would be understood
   * @param meantAsTime whether they are words of time all the same, such as a day without an hour
   */
  record NotUnderstood(String sentence, boolean meantAsTime) implements When {}
}
