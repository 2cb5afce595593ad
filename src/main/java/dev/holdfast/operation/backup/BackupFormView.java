package dev.holdfast.operation.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.Message;
import dev.holdfast.operation.repeat.RepeatFields;
import dev.holdfast.operation.start.StartFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for a backup.
 *
 * @param sources the environments that can be backed up; the first page, and the chosen one
 * @param total how many there are in all
 * @param notesNote what becomes of the notes, where it is not what one expects; may be empty
 * @param policy what happens after Submit, such as {@code Needs one approval.}; may be empty
 * @param errors a sentence by the id of the input that it is about
 * @param submit data of {@code backup.submit}
 */
public record BackupFormView(
    List<Choice> sources,
    int total,
    @JsonUnwrapped Values values,
    String notesNote,
    String policy,
    Optional<Banner> banner,
    Map<String, String> errors,
    Map<String, String> submit)
    implements CardView {

  /**
   * What is filled in.
   *
   * @param source the chosen environment's id; empty for none
   * @param ticket the change ticket; empty where the form doesn't ask for one
   * @param start when it's to start
   * @param repeat how often it's to be done
   */
  public record Values(
      String source,
      String label,
      String notes,
      String reason,
      Optional<String> ticket,
      StartFields start,
      RepeatFields repeat) {}

  /** What the source is chosen for, which says what is searched while somebody types. */
  @JsonProperty
  public String use() {
    return "backup";
  }

  @Override
  public String template() {
    return "backup-form";
  }

  @Override
  public Message summary() {
    return Message.of("card.backup-form.title");
  }
}
