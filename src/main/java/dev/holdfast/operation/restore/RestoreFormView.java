package dev.holdfast.operation.restore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Choice;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.message.Message;
import dev.holdfast.operation.start.StartFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for a restore, once the source is known ({@link RestoreSourceView} asks for it).
 *
 * @param backups the manual backups of the source, newest first; when there are none, the form only
 *     asks for an instant
 */
public record RestoreFormView(
    EnvironmentSummary source,
    @JsonUnwrapped Window window,
    List<Choice> backups,
    @JsonUnwrapped Targets targets,
    Values values,
    StartFields start,
    @JsonUnwrapped Problems problems,
    @JsonUnwrapped Actions actions)
    implements CardView {

  /**
   * What can be restored.
   *
   * @param earliest the beginning of the retention window
   * @param latest the newest instant that can be restored
   */
  public record Window(Optional<ZonedTime> earliest, Optional<ZonedTime> latest) {}

  /**
   * What can be restored onto.
   *
   * @param targets the legal targets; the first page, and the chosen one where it is not on it
   * @param targetsTotal how many legal targets there are
   * @param targetsLeftOut how many environments a rule forbids as the target
   * @param targetsNote what the service itself says of the targets; may be empty
   * @param asksSafetyBackup whether for one of the targets it is for the reader to say
   */
  public record Targets(
      List<Choice> targets,
      int targetsTotal,
      int targetsLeftOut,
      String targetsNote,
      boolean asksSafetyBackup) {}

  /**
   * What the inputs hold. Texts are empty when nothing is filled in.
   *
   * @param target the id of an environment
   * @param targetName the target's new display name; empty keeps the name
   * @param securityGroup the object id of an Entra security group; empty leaves it to the service
   * @param ticket the change ticket; empty where the form doesn't ask for one
   */
  public record Values(
      @JsonUnwrapped Point point,
      String target,
      String targetName,
      String securityGroup,
      boolean skipAuditData,
      boolean safetyBackup,
      String reason,
      Optional<String> ticket) {}

  /**
   * The inputs for what is restored.
   *
   * @param pointKind {@code backup} or {@code instant}
   * @param backup the id of a backup
   * @param date {@code yyyy-MM-dd}, in {@code zone}; the card sets no bounds, because a client then
   *     neither sends what is outside of them nor says what would be possible
   * @param time {@code HH:mm}, in {@code zone}
   * @param zone a time zone, as it was entered; empty while none is known
   */
  public record Point(String pointKind, String backup, String date, String time, String zone) {}

  /**
   * What is wrong with what was filled in.
   *
   * @param errors a sentence by the id of the input that it is about
   * @param nearest possible times in place of one that isn't; the form then leaves it to the server
   *     to miss an input, so that their buttons work at once
   */
  public record Problems(
      Optional<Banner> banner, Map<String, String> errors, List<Alternative> nearest) {}

  /**
   * @param review data of {@code restore.review}: {@code source}, and {@code pointKind} when there
   *     are no backups
   * @param change data of {@code restore.form} without a source
   * @param why data of {@code why.show} with {@code source} and no target: what is left out, and
   *     why
   */
  public record Actions(
      Map<String, String> review, Map<String, String> change, Optional<Map<String, String>> why) {}

  /**
   * A time to choose.
   *
   * @param data of {@code restore.form}, besides the inputs
   */
  public record Alternative(String title, Map<String, String> data) {}

  @Override
  public String template() {
    return "restore-form";
  }

  @Override
  public Message summary() {
    return Message.of("card.restore-form.summary", "source", source.name());
  }
}
