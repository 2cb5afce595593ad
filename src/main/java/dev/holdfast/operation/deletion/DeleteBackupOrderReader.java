package dev.holdfast.operation.deletion;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How programs ask for a backup to be deleted. */
@Component
class DeleteBackupOrderReader implements OrderReader {

  private final DeleteBackupReview reviews;

  DeleteBackupOrderReader(DeleteBackupReview reviews) {
    this.reviews = reviews;
  }

  @Override
  public String kind() {
    return DeleteBackupSpec.KIND;
  }

  @Override
  public Map<String, FieldType> fields() {
    return Map.of(
        "environment",
        FieldType.ENVIRONMENT,
        "backup",
        FieldType.TEXT,
        "reason",
        FieldType.TEXT,
        TICKET,
        FieldType.TEXT,
        CONFIRM,
        FieldType.TEXT,
        ACCEPT_WARNINGS,
        FieldType.FLAG);
  }

  @Override
  public Map<String, Message> errors(Map<String, String> order) {
    return DeleteBackupInput.of(order).errors();
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    return reviews.check(DeleteBackupInput.of(order));
  }
}
