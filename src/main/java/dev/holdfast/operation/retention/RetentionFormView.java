package dev.holdfast.operation.retention;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for changing how long backups are kept.
 *
 * @param facts how long they are kept now, and the earliest restore point, where the service says
 * @param periods what can be chosen
 * @param errors a sentence by the ID of the input that it is about
 * @param review data of {@code retention.review}: {@code environment}
 */
public record RetentionFormView(
    EnvironmentSummary environment,
    List<Fact> facts,
    List<Choice> periods,
    Values values,
    Optional<Banner> banner,
    Map<String, String> errors,
    Map<String, String> review)
    implements CardView {

  /**
   * What the inputs hold.
   *
   * @param period such as {@code P14D}; empty for none
   * @param ticket the change ticket; empty where the form doesn't ask for one
   */
  public record Values(String period, String reason, Optional<String> ticket) {}

  @Override
  public String template() {
    return "retention-form";
  }

  @Override
  public Message summary() {
    return Message.of("card.retention-form.summary", "environment", environment.name());
  }
}
