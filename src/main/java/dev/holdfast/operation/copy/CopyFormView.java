package dev.holdfast.operation.copy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.message.Message;
import dev.holdfast.operation.repeat.RepeatFields;
import dev.holdfast.operation.start.StartFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for a copy, once the source is known ({@link CopySourceView} asks for it).
 *
 * @param errors a sentence by the id of the input that it is about
 * @param review data of {@code copy.review}: {@code source}
 * @param change data of {@code copy.form} without a source
 */
public record CopyFormView(
    EnvironmentSummary source,
    Targets targets,
    Values values,
    @JsonUnwrapped Times times,
    Optional<Banner> banner,
    Map<String, String> errors,
    Map<String, String> review,
    Map<String, String> change)
    implements CardView {

  /**
   * When and how often.
   *
   * @param start when it's to start
   * @param repeat how often it's to be done
   */
  public record Times(StartFields start, RepeatFields repeat) {}

  /**
   * What the source can be copied onto.
   *
   * @param choices the first page, and the chosen one where it is not on it
   * @param total how many there are
   * @param leftOut how many environments a rule forbids as the target
   * @param asksSafetyBackup whether for one of them it is for the reader to say
   */
  public record Targets(List<Choice> choices, int total, int leftOut, boolean asksSafetyBackup) {}

  /**
   * What the inputs hold. Texts are empty when nothing is filled in.
   *
   * @param type {@code full}, {@code minimal}, or {@code without-transactions}
   * @param target the id of an environment
   * @param targetName the target's new display name; empty keeps the name
   * @param securityGroup the object id of an Entra security group; empty leaves it to the service
   * @param ticket the change ticket; empty where the form doesn't ask for one
   */
  public record Values(
      String type,
      String target,
      String targetName,
      String securityGroup,
      boolean skipAuditData,
      boolean safetyBackup,
      String reason,
      Optional<String> ticket) {}

  @Override
  public String template() {
    return "copy-form";
  }

  @Override
  public Message summary() {
    return Message.of("card.copy-form.summary", "source", source.name());
  }
}
