package dev.holdfast.chat.support;

import dev.holdfast.card.CardView;
import dev.holdfast.message.Message;
import java.util.List;

/**
 * A text to be copied for Microsoft Support.
 *
 * @param lines in which everything is data: IDs, instants in UTC, and the service's own words
 */
public record SupportDetailsView(String requestId, List<String> lines) implements CardView {

  @Override
  public String template() {
    return "support-details";
  }

  @Override
  public Message summary() {
    return Message.of("card.support-details.summary", "request", requestId);
  }
}
