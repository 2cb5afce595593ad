package dev.holdfast.operation.start;

import dev.holdfast.message.Message;
import dev.holdfast.request.schedule.PlannedStart;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The start as an order keeps it, in one field: {@code 2026-12-24T21:00:00Z/PT1H}, as ISO 8601
 * writes an interval. Without a duration it has the usual grace period.
 */
public final class StartOrder {

  static final Message UNREADABLE = Message.of("order.start.unreadable");

  private static final String BETWEEN = "/";

  private StartOrder() {}

  /**
   * @param grace empty for the usual one
   */
  public static String text(String notBefore, String grace) {
    return notBefore + BETWEEN + grace;
  }

  /** What is wrong with the fields of an order, with the start if it can't be read at all. */
  public static Map<String, Message> withErrors(
      Map<String, Message> errors, Map<String, String> order) {
    Map<String, Message> all = new LinkedHashMap<>(errors);
    Optional.ofNullable(order.get(StartForm.ID))
        .filter(text -> read(text, Duration.ZERO).isEmpty())
        .ifPresent(text -> all.put(StartForm.ID, UNREADABLE));
    return all;
  }

  /** Empty where it isn't an instant in whole seconds and a duration. */
  static Optional<PlannedStart> read(String text, Duration usualGrace) {
    String[] parts = text.split(BETWEEN, -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      Instant notBefore = Instant.parse(parts[0]);
      Duration grace = parts[1].isEmpty() ? usualGrace : Duration.parse(parts[1]);
      return grace.isNegative() || notBefore.getNano() != 0
          ? Optional.empty()
          : Optional.of(new PlannedStart(notBefore, grace));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
