package dev.holdfast.chat;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Backup;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From what the form says of the restore point to the instant. */
@Component
class RestorePoints {

  private final AdminApi api;
  private final FormLook look;

  RestorePoints(AdminApi api, FormLook look) {
    this.api = api;
    this.look = look;
  }

  /**
   * Either an instant, with the label of the backup that was chosen, or what is wrong with which
   * input.
   */
  record Point(Optional<Instant> instant, Optional<String> label, Map<String, String> errors) {

    private static Point wrong(String input, String sentence) {
      return new Point(Optional.empty(), Optional.empty(), Map.of(input, sentence));
    }
  }

  Point of(RestoreInput input, ZoneId zone) {
    return input.choosesBackup() ? ofBackup(input) : ofInstant(input, zone);
  }

  private Point ofBackup(RestoreInput input) {
    if (input.backup().isEmpty()) {
      return Point.wrong("backup", "Choose a backup, or a date and time.");
    }
    List<Backup> listed = api.backups(input.source());
    Optional<String> objection =
        BackupChoice.objection(input, listed, look.rules().window(), look.clock().instant());
    if (objection.isPresent()) {
      return Point.wrong("backup", objection.get());
    }
    return BackupChoice.find(input.backup(), listed)
        .map(
            backup ->
                new Point(
                    // Upwards: a second that began before the label was made would not hold what
                    // the label stands for.
                    Optional.of(ceiling(backup.point())), Optional.of(backup.name()), Map.of()))
        .orElseThrow();
  }

  private Point ofInstant(RestoreInput input, ZoneId zone) {
    if (input.date().isEmpty()) {
      return Point.wrong("date", "Choose a date.");
    }
    if (input.time().isEmpty()) {
      return Point.wrong("time", "Choose a time.");
    }
    LocalDateTime local;
    try {
      local = LocalDateTime.of(LocalDate.parse(input.date()), LocalTime.parse(input.time()));
    } catch (DateTimeException e) {
      return Point.wrong("date", "This is no date and time. Write it as 2026-11-20 and 18:00.");
    }
    When when = new RestorePointParser(zone, look.clock().instant()).at(local);
    return when instanceof When.At at
        ? new Point(
            Optional.of(at.instant().truncatedTo(ChronoUnit.SECONDS)), Optional.empty(), Map.of())
        : Point.wrong("time", ((When.NotUnderstood) when).sentence());
  }

  private static Instant ceiling(Instant instant) {
    Instant floor = instant.truncatedTo(ChronoUnit.SECONDS);
    return floor.equals(instant) ? floor : floor.plusSeconds(1);
  }
}
