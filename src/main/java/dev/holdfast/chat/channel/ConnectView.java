package dev.holdfast.chat.channel;

import dev.holdfast.card.CardView;
import dev.holdfast.message.Message;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a channel is to be the approvers'.
 *
 * @param confirm data of {@code channel.connect}; empty when it's done
 */
record ConnectView(String sentence, Optional<Map<String, String>> confirm) implements CardView {

  @Override
  public String template() {
    return "connect";
  }

  @Override
  public Message summary() {
    return Message.of("card.connect.title");
  }
}
