package dev.holdfast.operation.mode;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for a change of administration mode.
 *
 * @param sources the environments that can be chosen; the first page, and the chosen one
 * @param total how many there are in all
 * @param errors a sentence by the id of the input that it is about
 * @param submit data of {@code adminmode.submit}
 */
public record AdminModeFormView(
    List<Choice> sources,
    int total,
    @JsonUnwrapped Values values,
    Optional<Banner> banner,
    Map<String, String> errors,
    Map<String, String> submit)
    implements CardView {

  /**
   * What is filled in.
   *
   * @param source the chosen environment's id; empty for none
   * @param mode {@code off}, {@code on}, or {@code on-without-background}; empty for none
   * @param ticket the change ticket; empty where the form doesn't ask for one
   */
  public record Values(String source, String mode, String reason, Optional<String> ticket) {}

  /** What the environment is chosen for, which says what is searched while somebody types. */
  @JsonProperty
  public String use() {
    return AdminModeSpec.KIND;
  }

  @Override
  public String template() {
    return "admin-mode-form";
  }

  @Override
  public Message summary() {
    return Message.of("card.admin-mode-form.title");
  }
}
