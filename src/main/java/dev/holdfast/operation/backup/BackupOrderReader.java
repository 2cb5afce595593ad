package dev.holdfast.operation.backup;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartOrder;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How programs ask for a manual backup. */
@Component
class BackupOrderReader implements OrderReader {

  private final BackupCheck checks;
  private final StartForm starts;

  BackupOrderReader(BackupCheck checks, StartForm starts) {
    this.checks = checks;
    this.starts = starts;
  }

  @Override
  public String kind() {
    return BackupSpec.KIND;
  }

  @Override
  public Map<String, FieldType> fields() {
    return Map.of(
        "source",
        FieldType.ENVIRONMENT,
        "label",
        FieldType.TEXT,
        "notes",
        FieldType.TEXT,
        "reason",
        FieldType.TEXT,
        TICKET,
        FieldType.TEXT,
        START,
        FieldType.START);
  }

  @Override
  public Map<String, Message> errors(Map<String, String> order) {
    return StartOrder.withErrors(BackupForm.errors(order), order);
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    StartForm.Read start = starts.ofOrder(order);
    return start.errors().isEmpty()
        ? checks.check(order).startingAt(start.start())
        : CheckedOrder.wrong(start.errors());
  }
}
