package dev.holdfast.bot.time;

import dev.holdfast.message.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** What a person's words for a point in time came to. */
public sealed interface ParsedInstant {

  /**
   * An instant.
   *
   * @param note what the person should know of how it was found, such as the day that was meant
   */
  record At(Instant instant, Optional<Message> note) implements ParsedInstant {}

  /**
   * The words name a day and perhaps a time that no restore can go back to, or that are two
   * instants. A form holds them all the same, and offers what is possible.
   *
   * @param reason why
   */
  record Impossible(Message reason, LocalDate date, Optional<LocalTime> time)
      implements ParsedInstant {}

  /**
   * The words name no date and time.
   *
   * @param reason why, and what would be understood
   * @param meantAsTime whether they are words of time all the same, such as a day without an hour
   */
  record NotUnderstood(Message reason, boolean meantAsTime) implements ParsedInstant {}
}
