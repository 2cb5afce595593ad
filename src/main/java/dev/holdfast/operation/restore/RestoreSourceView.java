package dev.holdfast.operation.restore;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first step of a restore when the source is not known yet: which targets and which restore
 * points there are depends on it.
 *
 * @param sources the environments that can be restored from; the first page, and the chosen one
 * @param total how many there are in all
 * @param source the chosen environment's id; empty for none
 * @param next data of {@code restore.form}; the input {@code source} joins it. Carries on whatever
 *     the command had said about target and instant
 */
public record RestoreSourceView(
    List<Choice> sources,
    int total,
    String source,
    Optional<Banner> banner,
    Map<String, String> next)
    implements CardView {

  /** What the source is chosen for, which says what is searched while somebody types. */
  @JsonProperty
  public String use() {
    return "restore";
  }

  @Override
  public String template() {
    return "restore-source";
  }

  @Override
  public Message summary() {
    return Message.of("card.restore-source.summary");
  }
}
