package dev.holdfast.chat.environment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.holdfast.card.CardView;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Tone;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an environment can be taken back to. An empty action has no button.
 *
 * @param earliest the beginning of the retention window; empty when the service does not say
 * @param latest the newest instant that can be restored
 * @param rows the manual backups, newest first; the first page
 * @param total how many manual backups there are
 * @param backUp data of {@code backup.form}
 * @param restoreInstant data of {@code restore.form} for any instant of the window
 */
public record BackupListView(
    EnvironmentSummary environment,
    Optional<ZonedTime> earliest,
    Optional<ZonedTime> latest,
    List<Row> rows,
    int total,
    Optional<Banner> banner,
    Optional<Map<String, String>> backUp,
    Optional<Map<String, String>> restoreInstant)
    implements CardView {

  /** The most rows that fit on a card. */
  public static final int PAGE = 10;

  /**
   * One manual backup.
   *
   * @param age such as {@code 3 days ago}
   * @param expiry such as {@code expires in 2 days}; empty when not known
   * @param expiryTone ATTENTION when it is soon
   * @param by who made it; empty when not known
   */
  public record Row(
      String label,
      ZonedTime point,
      String age,
      String expiry,
      Tone expiryTone,
      String by,
      String notes,
      @JsonUnwrapped Actions actions) {}

  /**
   * What can be done with a manual backup.
   *
   * @param restore data of {@code restore.form} for this backup; empty while it cannot be restored
   * @param delete data of {@code deletion.form} for this backup; empty for who may not request that
   */
  public record Actions(
      Optional<Map<String, String>> restore, Optional<Map<String, String>> delete) {}

  @Override
  public String template() {
    return "backups";
  }

  @Override
  public Message summary() {
    return Message.of("card.backups.summary", "environment", environment.name(), "total", total);
  }
}
