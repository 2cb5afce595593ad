package dev.holdfast.operation.copy;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first step of a copy when the source is not known yet: which targets there are depends on it.
 *
 * @param sources the environments that can be copied; the first page, and the chosen one
 * @param total how many there are in all
 * @param source the chosen environment's id; empty for none
 * @param next data of {@code copy.form}; the input {@code source} joins it
 */
public record CopySourceView(
    List<Choice> sources,
    int total,
    String source,
    Optional<Banner> banner,
    Map<String, String> next)
    implements CardView {

  @Override
  public String template() {
    return "copy-source";
  }

  @Override
  public Message summary() {
    return Message.of("card.copy-source.summary");
  }
}
