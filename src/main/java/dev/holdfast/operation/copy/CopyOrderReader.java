package dev.holdfast.operation.copy;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.message.Message;
import dev.holdfast.operation.CheckedOrder;
import dev.holdfast.operation.FieldType;
import dev.holdfast.operation.OrderReader;
import dev.holdfast.operation.start.StartForm;
import dev.holdfast.operation.start.StartOrder;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How programs ask for a copy. */
@Component
class CopyOrderReader implements OrderReader {

  private final CopyReview reviews;
  private final StartForm starts;

  CopyOrderReader(CopyReview reviews, StartForm starts) {
    this.reviews = reviews;
    this.starts = starts;
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
    return StartOrder.withErrors(CopyReview.errors(CopyFormInput.of(order)), order);
  }

  @Override
  public CheckedOrder check(Map<String, String> order, ChatUser who) {
    StartForm.Read start = starts.ofOrder(order);
    return start.errors().isEmpty()
        ? reviews.check(CopyFormInput.of(order)).startingAt(start.start())
        : CheckedOrder.wrong(start.errors());
  }
}
