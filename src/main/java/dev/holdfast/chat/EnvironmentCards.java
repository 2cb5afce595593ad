package dev.holdfast.chat;

import dev.holdfast.card.BackupsView;
import dev.holdfast.card.Banner;
import dev.holdfast.card.Card;
import dev.holdfast.card.Cards;
import dev.holdfast.card.EnvironmentView;
import dev.holdfast.card.EnvironmentsView;
import dev.holdfast.card.Fact;
import dev.holdfast.card.Moment;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.environment.Catalogue;
import dev.holdfast.environment.Check;
import dev.holdfast.environment.Preflight;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.Severity;
import dev.holdfast.environment.Subject;
import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.Backup;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.Environment.Capacity;
import dev.holdfast.platform.Environment.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cards that only look: the list of environments, one of them, and its backups. */
@Component
class EnvironmentCards {

  private static final Duration SOON = Duration.ofDays(1);

  private final Catalogue catalogue;
  private final Preflight preflight;
  private final AdminApi api;
  private final Cards cards;
  private final Clock clock;

  EnvironmentCards(
      Catalogue catalogue, Preflight preflight, AdminApi api, Cards cards, Clock clock) {
    this.catalogue = catalogue;
    this.preflight = preflight;
    this.api = api;
    this.cards = cards;
    this.clock = clock;
  }

  Card list(String search) {
    var listing = catalogue.all();
    List<Subject> found = catalogue.search(search);
    Optional<Banner> trouble =
        listing
            .trouble()
            .map(why -> new Banner(Tone.ATTENTION, "The list could not be read again: " + why));
    return cards.render(
        new EnvironmentsView(
            search,
            found.stream().limit(EnvironmentsView.PAGE).map(EnvironmentCards::row).toList(),
            found.size(),
            Times.relative(listing.readAt(), clock.instant()),
            trouble));
  }

  private static EnvironmentsView.Row row(Subject subject) {
    return new EnvironmentsView.Row(
        subject.name(),
        Sides.kind(subject),
        subject.environment().region(),
        state(subject.environment()),
        tone(subject.environment()),
        Map.of("environment", subject.id()));
  }

  /** One environment, read afresh. */
  Card one(String environmentId, ZoneId zone) {
    var read = preflight.backup(environmentId);
    Subject subject = read.source();
    Environment environment = subject.environment();
    Map<String, String> itself = Map.of("environment", subject.id());
    boolean canBeSource = environment.dataverse().isPresent();
    boolean canBeBackedUp = Check.worst(read.checks()) != Severity.RED;
    return cards.render(
        new EnvironmentView(
            Sides.side(subject),
            state(environment),
            tone(environment),
            environment.inAdministrationMode()
                ? Optional.of(
                    new Banner(
                        Tone.ATTENTION,
                        "In administration mode: only administrators get in, and background operations stand still."))
                : Optional.empty(),
            facts(subject, zone),
            canBeSource ? Optional.of(itself) : Optional.empty(),
            canBeBackedUp ? Optional.of(itself) : Optional.empty(),
            canBeSource ? Optional.of(Map.of("source", subject.id())) : Optional.empty(),
            Optional.of(Map.of("target", subject.id()))));
  }

  private List<Fact> facts(Subject subject, ZoneId zone) {
    Environment environment = subject.environment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Type", environment.typeWord()));
    facts.add(new Fact("Kind", subject.kind().word()));
    facts.add(new Fact("Region", environment.region()));
    environment
        .managed()
        .ifPresent(managed -> facts.add(new Fact("Managed", managed ? "yes" : "no")));
    environment
        .customerKey()
        .ifPresent(
            customer ->
                facts.add(new Fact("Encryption key", customer ? "the customer's" : "Microsoft's")));
    environment.createdBy().ifPresent(owner -> facts.add(new Fact("Created by", owner)));
    subject
        .deployment()
        .flatMap(deployment -> deployment.applicationVersion())
        .ifPresent(version -> facts.add(new Fact("Application version", version)));
    if (!environment.capacities().isEmpty()) {
      facts.add(new Fact("Storage", storage(environment.capacities())));
    }
    environment
        .retention()
        .flatMap(Retention::availableFrom)
        .ifPresent(from -> facts.add(new Fact("Restorable from", Times.both(from, zone))));
    facts.add(new Fact("Id", environment.id()));
    return facts;
  }

  private static String storage(List<Capacity> capacities) {
    return capacities.stream()
        .filter(capacity -> capacity.actualMegabytes() > 0)
        .map(
            capacity ->
                String.format(
                    Locale.ENGLISH,
                    "%s %.1f GB",
                    capacity.type(),
                    capacity.actualMegabytes() / 1024))
        .reduce((one, other) -> one + ", " + other)
        .orElse("none");
  }

  /** The backups of one environment, read afresh. */
  Card backups(String environmentId, ZoneId zone) {
    var read = preflight.backup(environmentId);
    List<Backup> backups = api.backups(environmentId);
    Instant now = clock.instant();
    boolean canBeBackedUp = Check.worst(read.checks()) != Severity.RED;
    return cards.render(
        new BackupsView(
            Sides.side(read.source()),
            RestoreWindow.earliest(read.source(), now)
                .map(from -> Moment.of(Times.both(from, zone))),
            Optional.of(Moment.of(Times.both(RestoreWindow.latest(now), zone))),
            backups.stream()
                .limit(BackupsView.PAGE)
                .map(backup -> row(backup, environmentId, zone, now))
                .toList(),
            backups.size(),
            Optional.empty(),
            canBeBackedUp ? Optional.of(Map.of("environment", environmentId)) : Optional.empty(),
            Optional.of(Map.of("source", environmentId, "pointKind", RestoreInput.INSTANT))));
  }

  private static BackupsView.Row row(
      Backup backup, String environmentId, ZoneId zone, Instant now) {
    boolean expiresSoon = backup.expires().filter(at -> at.isBefore(now.plus(SOON))).isPresent();
    boolean restorable = !backup.point().isAfter(RestoreWindow.latest(now));
    return new BackupsView.Row(
        backup.label(),
        Moment.of(Times.both(backup.point(), zone)),
        Times.relative(backup.point(), now),
        backup.expires().map(at -> "expires " + Times.relative(at, now)).orElse(""),
        expiresSoon ? Tone.ATTENTION : Tone.NEUTRAL,
        backup.createdBy().orElse(""),
        backup.notes().orElse(""),
        restorable
            ? Optional.of(
                Map.of(
                    "source",
                    environmentId,
                    "pointKind",
                    RestoreInput.BACKUP,
                    "backup",
                    backup.id()))
            : Optional.empty());
  }

  private static String state(Environment environment) {
    if (environment.inAdministrationMode()) {
      return "Administration mode";
    }
    return environment
        .managementState()
        .filter(word -> !word.equalsIgnoreCase("NotSpecified"))
        .orElse("Ready");
  }

  private static Tone tone(Environment environment) {
    boolean plain = state(environment).equalsIgnoreCase("Ready");
    return plain ? Tone.GOOD : Tone.ATTENTION;
  }
}
