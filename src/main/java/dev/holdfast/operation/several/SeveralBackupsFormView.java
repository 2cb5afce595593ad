package dev.holdfast.operation.several;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.Message;
import dev.holdfast.operation.start.StartFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for backups of several environments.
 *
 * @param offered the environments that were meant, as they were found
 * @param leftOut what else was meant and can't be chosen; may be empty
 * @param notesNote what becomes of the notes, where it is not what one expects; may be empty
 * @param errors a sentence by the id of the input that it is about
 * @param submit data of {@code several.submit}
 */
public record SeveralBackupsFormView(
    List<Choice> offered,
    List<String> leftOut,
    @JsonUnwrapped Values values,
    String notesNote,
    Optional<Banner> banner,
    Map<String, String> errors,
    Map<String, String> submit)
    implements CardView {

  /**
   * What is filled in.
   *
   * @param chosen the IDs of the chosen environments, with commas between them
   * @param ticket the change ticket; empty where the form doesn't ask for one
   * @param start when it's to start
   */
  public record Values(
      String chosen,
      String label,
      String notes,
      String reason,
      Optional<String> ticket,
      StartFields start) {}

  @Override
  public String template() {
    return "several-backups-form";
  }

  @Override
  public Message summary() {
    return Message.of("card.several-backups-form.title");
  }
}
