package dev.holdfast.operation.deletion;

import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for deleting a backup.
 *
 * @param backups the newest that can be deleted, and the chosen one
 * @param total how many there are
 * @param errors a sentence by the ID of the input that it is about
 * @param review data of {@code deletion.review}: {@code environment}
 */
public record DeleteBackupFormView(
    EnvironmentSummary environment,
    List<Choice> backups,
    int total,
    Values values,
    Optional<Banner> banner,
    Map<String, String> errors,
    Map<String, String> review)
    implements CardView {

  /**
   * What the inputs hold.
   *
   * @param backup the ID of the chosen backup; empty for none
   * @param ticket the change ticket; empty where the form doesn't ask for one
   */
  public record Values(String backup, String reason, Optional<String> ticket) {}

  @Override
  public String template() {
    return "delete-backup-form";
  }

  @Override
  public Message summary() {
    return Message.of("card.delete-backup-form.summary", "environment", environment.name());
  }
}
