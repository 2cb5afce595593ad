package dev.holdfast.operation.backup;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How programs ask for a manual backup. */
@Component
class BackupOrderReader implements OrderReader {

  private final BackupCheck checks;

  BackupOrderReader(BackupCheck checks) {
    this.checks = checks;
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
        FieldType.TEXT);
  }

  @Override
  public Map<String, Message> errors(Map<String, String> order) {
    return BackupForm.errors(order);
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    return checks.check(order);
  }
}
