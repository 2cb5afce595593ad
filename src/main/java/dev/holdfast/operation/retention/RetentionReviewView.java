package dev.holdfast.operation.retention;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.message.Message;
import dev.holdfast.operation.ReviewContent;

/** A change of the backup retention before it is submitted. */
public record RetentionReviewView(@JsonUnwrapped ReviewContent content) implements CardView {

  @Override
  public String template() {
    return "retention-review";
  }

  @Override
  public Message summary() {
    return Message.of(
        "card.retention-review.summary", "environment", content.subject().to().name());
  }
}
