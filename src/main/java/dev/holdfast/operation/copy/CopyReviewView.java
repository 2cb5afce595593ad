package dev.holdfast.operation.copy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.message.Message;
import dev.holdfast.operation.ReviewContent;

/** A copy before it is submitted; its buttons are {@code copy.submit} and {@code copy.form}. */
public record CopyReviewView(@JsonUnwrapped ReviewContent content) implements CardView {

  @Override
  public String template() {
    return "copy-review";
  }

  @Override
  public Message summary() {
    return Message.of(
        "card.copy-review.summary",
        "source",
        content.subject().from().name(),
        "target",
        content.subject().to().name());
  }
}
