package dev.holdfast.operation.restore;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import dev.holdfast.operation.draft.OverwriteFormErrors;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How programs ask for a restore. */
@Component
class RestoreOrderReader implements OrderReader {

  private static final String SOURCE = "source";
  private static final String BACKUP = RestoreFormInput.BACKUP;
  private static final String INSTANT = RestoreFormInput.INSTANT;

  /** The inputs of the form that say an instant. */
  private static final Set<String> OF_INSTANT = Set.of("date", "time", "zone", "pointKind");

  private final RestoreReview reviews;
  private final StartForm starts;

  RestoreOrderReader(RestoreReview reviews, StartForm starts) {
    this.reviews = reviews;
    this.starts = starts;
  }

  @Override
  public String kind() {
    return RestoreSpec.KIND;
  }

  @Override
  public Map<String, FieldType> fields() {
    return OrderReader.overwriting(Map.of(BACKUP, FieldType.TEXT, INSTANT, FieldType.TEXT));
  }

  @Override
  public Map<String, Message> errors(Map<String, String> order) {
    RestoreFormInput input = RestoreFormInput.of(order);
    Map<String, Message> errors =
        new LinkedHashMap<>(
            OverwriteFormErrors.of(
                input.target(), input.targetName(), input.securityGroup(), input.reason()));
    if (input.source().isEmpty()) {
      errors.put(SOURCE, Message.of("order.source.missing"));
    }
    if (order.containsKey(BACKUP) == order.containsKey(INSTANT)) {
      errors.put(BACKUP, Message.of("order.point.missing"));
    } else if (order.containsKey(INSTANT) && minute(order.get(INSTANT)).isEmpty()) {
      errors.put(INSTANT, Message.of("order.instant.unreadable"));
    }
    return StartOrder.withErrors(errors, order);
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    RestoreFormInput input = RestoreFormInput.of(order);
    CheckedOrder found =
        reviews.check(
            minute(order.getOrDefault(INSTANT, ""))
                .map(instant -> input.fromInstant(instant, ZoneId.of("UTC")))
                .orElseGet(() -> input.fromBackup(input.backup())),
            starts.ofOrder(order),
            who);
    Map<String, Message> errors = new LinkedHashMap<>();
    found
        .errors()
        .forEach((name, error) -> errors.put(OF_INSTANT.contains(name) ? INSTANT : name, error));
    return found.with(errors);
  }

  /** A form has minutes, and so has an order. */
  private static Optional<Instant> minute(String text) {
    try {
      return Optional.of(Instant.parse(text)).filter(at -> at.getEpochSecond() % 60 == 0);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
