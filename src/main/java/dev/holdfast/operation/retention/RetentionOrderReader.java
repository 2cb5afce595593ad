package dev.holdfast.operation.retention;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How programs ask for a change of the backup retention. */
@Component
class RetentionOrderReader implements OrderReader {

  private final RetentionReview reviews;

  RetentionOrderReader(RetentionReview reviews) {
    this.reviews = reviews;
  }

  @Override
  public String kind() {
    return RetentionSpec.KIND;
  }

  @Override
  public Map<String, FieldType> fields() {
    return Map.of(
        RetentionInput.ENVIRONMENT,
        FieldType.ENVIRONMENT,
        RetentionInput.PERIOD,
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
    return RetentionInput.of(order).errors();
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    return reviews.check(RetentionInput.of(order));
  }
}
