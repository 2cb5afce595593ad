package dev.holdfast.operation.copy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.operation.ReviewContent;

/** A copy before it is submitted; its buttons are {@code copy.submit} and {@code copy.form}. */
public record CopyReviewView(@JsonUnwrapped ReviewContent content) implements CardView {

  @Override
  public String template() {
    return "copy-review";
  }

  @Override
  public String summary() {
    return "Review the copy from "
        + content.subject().from().name()
        + " to "
        + content.subject().to().name();
  }
}
