package dev.holdfast.operation.deletion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.message.Message;
import dev.holdfast.operation.ReviewContent;

/** A deletion before it is submitted; its buttons are those of the form and of the submission. */
public record DeleteBackupReviewView(@JsonUnwrapped ReviewContent content) implements CardView {

  @Override
  public String template() {
    return "delete-backup-review";
  }

  @Override
  public Message summary() {
    return Message.of(
        "card.delete-backup-review.summary", "environment", content.subject().to().name());
  }
}
