package dev.holdfast.operation.restore;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.time.EnteredZones;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.bot.time.InstantCheck;
import dev.holdfast.bot.time.InstantCheck.Nearest;
import dev.holdfast.bot.time.TimeZoneParser;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FormLook;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From what the form says of the restore point to the instant. */
@Component
class RestorePointResolver {

  private static final Message NO_BACKUP = Message.of("restoreForm.point.missing");

  private final AdminApi api;
  private final ReadableEnvironments catalog;
  private final EnteredZones zones;
  private final FormLook look;

  RestorePointResolver(
      AdminApi api, ReadableEnvironments catalog, EnteredZones zones, FormLook look) {
    this.zones = zones;
    this.api = api;
    this.catalog = catalog;
    this.look = look;
  }

  /**
   * Either an instant, with the label of the backup that was chosen, or what is wrong with which
   * input.
   *
   * @param nearest possible times to choose instead
   */
  record Point(
      Optional<Instant> instant,
      Optional<String> label,
      Map<String, Message> errors,
      List<Nearest> nearest) {

    /** Nothing was checked. */
    static final Point NONE = new Point(Optional.empty(), Optional.empty(), Map.of(), List.of());

    private static Point wrong(String input, Message error) {
      return new Point(Optional.empty(), Optional.empty(), Map.of(input, error), List.of());
    }
  }

  /** Checks what can be checked without asking the service, but for the backup that was chosen. */
  Point of(RestoreFormInput input, ChatUser who) {
    zones.keep(TimeZoneParser.parse(input.zone()), who);
    return input.choosesBackup() ? ofBackup(input) : ofInstant(input, who);
  }

  /**
   * What memory and the database know to be wrong, by the input that it is about. A backup that
   * isn't in memory might be new.
   */
  Map<String, Message> objections(RestoreFormInput input, ChatUser who) {
    zones.keep(TimeZoneParser.parse(input.zone()), who);
    if (!input.choosesBackup()) {
      return ofInstant(input, who).errors();
    }
    if (input.backup().isEmpty()) {
      return Map.of("backup", NO_BACKUP);
    }
    return catalog
        .inMemory(input.source(), who)
        .flatMap(source -> look.backups().inMemory(source.id()))
        .flatMap(listed -> BackupChoice.find(input.backup(), listed))
        .flatMap(
            backup -> BackupChoice.objection(backup, look.rules().window(), look.clock().instant()))
        .map(objection -> Map.of("backup", objection))
        .orElseGet(Map::of);
  }

  private Point ofBackup(RestoreFormInput input) {
    if (input.backup().isEmpty()) {
      return Point.wrong("backup", NO_BACKUP);
    }
    List<Backup> listed = api.backups(input.source());
    Optional<Message> objection =
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
                    Optional.of(ceiling(backup.point())),
                    Optional.of(backup.name()),
                    Map.of(),
                    List.of()))
        .orElseThrow();
  }

  /** Checks the date and time that the form asks for. */
  Point ofInstant(RestoreFormInput input, ChatUser who) {
    FormZone zone = FormZone.of(input.zone(), who);
    if (zone.error().isPresent()) {
      return Point.wrong("zone", zone.error().get());
    }
    InstantCheck.Result checked = check(input, zone.zone(), who).of(input.date(), input.time());
    return new Point(checked.instant(), Optional.empty(), checked.errors(), checked.nearest());
  }

  /** The possible minute that is nearest to an instant. */
  Optional<Nearest> nearest(RestoreFormInput input, Instant instant, ZoneId zone, ChatUser who) {
    return check(input, zone, who).clipped(instant).findFirst();
  }

  private InstantCheck check(RestoreFormInput input, ZoneId zone, ChatUser who) {
    Instant now = look.clock().instant();
    Instant earliest =
        catalog
            .inMemory(input.source(), who)
            .map(source -> RestoreWindow.earliestPossible(source, now))
            .orElseGet(() -> RestoreWindow.earliestPossible(now));
    return new InstantCheck(zone, earliest, look.rules().window().latest(now), now);
  }

  private static Instant ceiling(Instant instant) {
    Instant floor = instant.truncatedTo(ChronoUnit.SECONDS);
    return floor.equals(instant) ? floor : floor.plusSeconds(1);
  }
}
