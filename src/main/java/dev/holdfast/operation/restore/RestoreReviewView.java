package dev.holdfast.operation.restore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.message.Message;
import dev.holdfast.operation.ReviewContent;

/**
 * A restore before it is submitted; its buttons are {@code restore.submit} and {@code
 * restore.form}.
 */
public record RestoreReviewView(@JsonUnwrapped ReviewContent content) implements CardView {

  @Override
  public String template() {
    return "review";
  }

  @Override
  public Message summary() {
    return Message.of(
        "card.review.summary",
        "source",
        content.subject().from().name(),
        "target",
        content.subject().to().name());
  }
}
