package dev.holdfast.chat.environment;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.card.Card;
import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.card.view.Tone;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.EnvironmentCatalog;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.ParallelReads;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.Unreadable;
import dev.holdfast.environment.preflight.BackupPreflight;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.restore.RestoreFormInput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cards that only look: the list of environments, one of them, and its backups. */
@Component
class EnvironmentCards {

  private static final int PAGE = EnvironmentListView.PAGE;
  private static final Duration SOON = Duration.ofDays(1);

  private final EnvironmentCatalog catalog;
  private final PreflightService preflight;
  private final FormLook look;

  EnvironmentCards(EnvironmentCatalog catalog, PreflightService preflight, FormLook look) {
    this.catalog = catalog;
    this.preflight = preflight;
    this.look = look;
  }

  Card list(String search, ZoneId zone) {
    return list(search, 0, zone);
  }

  /**
   * One page of the list.
   *
   * @param from how many of those that fit come before the page
   */
  Card list(String search, int from, ZoneId zone) {
    EnvironmentListing listing = catalog.all();
    List<EnvironmentProfile> found = catalog.search(search);
    int first = Math.max(0, Math.min(from, found.size() - 1)) / PAGE * PAGE;
    int next = first + PAGE;
    Optional<Banner> trouble =
        UnreadableRowNotes.both(
            listing
                .trouble()
                .map(why -> new Banner(Tone.ATTENTION, "The list could not be read again: " + why)),
            UnreadableRowNotes.banner(listing.unreadable(), "environment"));
    return look.cards()
        .render(
            new EnvironmentListView(
                search,
                found.stream().skip(first).limit(PAGE).map(subject -> row(subject, zone)).toList(),
                first,
                found.size(),
                age(listing),
                trouble,
                first > 0 ? Optional.of(page(search, first - PAGE)) : Optional.empty(),
                next < found.size() ? Optional.of(page(search, next)) : Optional.empty()));
  }

  private static Map<String, String> page(String search, int from) {
    return Map.of("text", search, "from", String.valueOf(from));
  }

  private String age(EnvironmentListing listing) {
    String read = DateTimeFormat.relative(listing.readAt(), look.clock().instant());
    return listing.kindsAwaited() == 0
        ? read
        : read + ", the kinds of " + listing.kindsAwaited() + " are still being asked for";
  }

  private EnvironmentListView.Row row(EnvironmentProfile subject, ZoneId zone) {
    EnvironmentStatus condition = EnvironmentStatus.of(subject, zone);
    return new EnvironmentListView.Row(
        subject.name(),
        EnvironmentViewMapper.kind(subject),
        look.labels().region(subject),
        condition.words(),
        condition.tone(),
        look.labels().distinction(subject),
        Map.of("environment", subject.id()));
  }

  /** One environment, read afresh. */
  Card one(String environmentId, ZoneId zone) {
    BackupPreflight read = preflight.backup(environmentId);
    EnvironmentProfile subject = read.source();
    EnvironmentStatus condition = EnvironmentStatus.of(subject, zone);
    EnvironmentFactSheet facts = new EnvironmentFactSheet(subject, zone, look.clock().instant());
    Map<String, String> itself = Map.of("environment", subject.id());
    boolean canBeSource =
        subject.environment().dataverse().isPresent()
            && Availability.of(subject.environment()).canBeRead();
    return look.cards()
        .render(
            new EnvironmentView(
                look.labels().side(subject),
                new StateLabel(condition.words(), condition.tone()),
                warning(subject.environment()),
                facts.description(),
                facts.backup(read.checks(), look.rules().asTarget(subject)),
                facts.links(),
                DateTimeFormat.relative(read.readAt(), look.clock().instant()),
                new EnvironmentView.Actions(
                    canBeSource ? Optional.of(itself) : Optional.empty(),
                    read.worst() != Severity.RED ? Optional.of(itself) : Optional.empty(),
                    canBeSource ? Optional.of(Map.of("source", subject.id())) : Optional.empty(),
                    Optional.of(Map.of("target", subject.id())))));
  }

  private static Optional<Banner> warning(Environment environment) {
    if (environment.inAdministrationMode()) {
      String why = environment.runtimeReason().map(word -> " Reason: " + word + ".").orElse("");
      return Optional.of(
          new Banner(
              Tone.ATTENTION,
              "In administration mode: only administrators can sign in."
                  + environment
                      .backgroundOperations()
                      .map(word -> " The state of background operations is " + word + ".")
                      .orElse("")
                  + why));
    }
    if (!environment.odd() && !environment.unreadable().isEmpty()) {
      return Optional.of(
          new Banner(
              Tone.ATTENTION,
              "Holdfast couldn't read part of what Power Platform says about this environment: "
                  + Unreadable.words(environment.unreadable())
                  + "."));
    }
    return environment.odd()
        ? Optional.of(
            new Banner(
                Tone.ATTENTION,
                "The service describes this environment unlike any other: Holdfast can read little"
                    + " more of it than its name."))
        : Optional.empty();
  }

  /** The backups of one environment, read afresh. */
  Card backups(String environmentId, ZoneId zone) {
    return ParallelReads.both(
        () -> preflight.backup(environmentId),
        () -> look.api().backups(environmentId),
        (read, backups) -> backups(read, backups, zone));
  }

  private Card backups(BackupPreflight read, ServiceList<Backup> backups, ZoneId zone) {
    String environmentId = read.source().id();
    Instant now = look.clock().instant();
    boolean canBeBackedUp = Finding.worst(read.checks()) != Severity.RED;
    return look.cards()
        .render(
            new BackupListView(
                look.labels().side(read.source()),
                RestoreWindow.earliest(read.source(), now)
                    .map(from -> ZonedTime.of(DateTimeFormat.both(from, zone))),
                Optional.of(
                    ZonedTime.of(DateTimeFormat.both(look.rules().window().latest(now), zone))),
                backups.stream()
                    .limit(BackupListView.PAGE)
                    .map(backup -> row(backup, environmentId, zone, now))
                    .toList(),
                backups.size(),
                UnreadableRowNotes.banner(backups.unreadable(), "backup"),
                canBeBackedUp
                    ? Optional.of(Map.of("environment", environmentId))
                    : Optional.empty(),
                Optional.of(
                    Map.of("source", environmentId, "pointKind", RestoreFormInput.INSTANT))));
  }

  private BackupListView.Row row(Backup backup, String environmentId, ZoneId zone, Instant now) {
    boolean expiresSoon = backup.expires().filter(at -> at.isBefore(now.plus(SOON))).isPresent();
    boolean restorable = look.rules().window().restorable(backup, now) && backup.selectable();
    String expiry = backup.expired(now) ? "expired " : "expires ";
    return new BackupListView.Row(
        backup.name(),
        ZonedTime.of(DateTimeFormat.both(backup.point(), zone)),
        DateTimeFormat.relative(backup.point(), now),
        backup.expires().map(at -> expiry + DateTimeFormat.relative(at, now)).orElse(""),
        expiresSoon ? Tone.ATTENTION : Tone.NEUTRAL,
        backup.createdBy().orElse(""),
        backup.notes().orElse(""),
        restorable
            ? Optional.of(
                Map.of(
                    "source",
                    environmentId,
                    "pointKind",
                    RestoreFormInput.BACKUP,
                    "backup",
                    backup.id()))
            : Optional.empty());
  }
}
