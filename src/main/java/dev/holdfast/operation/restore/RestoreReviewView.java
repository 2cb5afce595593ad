package dev.holdfast.operation.restore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
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
  public String summary() {
    return "Review the restore from "
        + content.subject().from().name()
        + " to "
        + content.subject().to().name();
  }
}
