package dev.holdfast.operation.copy;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How programs ask for a copy. */
@Component
class CopyOrderReader implements OrderReader {

  private final CopyReview reviews;

  CopyOrderReader(CopyReview reviews) {
    this.reviews = reviews;
  }

  @Override
  public String kind() {
    return CopySpec.KIND;
  }

  @Override
  public Map<String, FieldType> fields() {
    return OrderReader.overwriting(Map.of("type", FieldType.TEXT));
  }

  @Override
  public Map<String, Message> errors(Map<String, String> order) {
    return CopyReview.errors(CopyFormInput.of(order));
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    return reviews.check(CopyFormInput.of(order));
  }
}
