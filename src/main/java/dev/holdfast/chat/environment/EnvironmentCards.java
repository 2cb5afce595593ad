package dev.holdfast.chat.environment;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.bot.help.HelpCard;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.StateLabel;
import dev.holdfast.card.view.Tone;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.environment.Availability;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.ParallelReads;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.Unreadable;
import dev.holdfast.environment.preflight.BackupPreflight;
import dev.holdfast.environment.preflight.Finding;
import dev.holdfast.environment.preflight.PreflightService;
import dev.holdfast.environment.preflight.Severity;
import dev.holdfast.message.Message;
import dev.holdfast.message.RelativeTime;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.deletion.BackupDeletionRight;
import dev.holdfast.operation.restore.RestoreFormInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cards that only look: the list of environments, one of them, and its backups. */
@Component
class EnvironmentCards {

  private static final int PAGE = EnvironmentListView.PAGE;
  private static final Duration SOON = Duration.ofDays(1);

  private final ReadableEnvironments environments;
  private final PreflightService preflight;
  private final HelpCard help;
  private final FormLook look;
  private final BackupDeletionRight deletion;

  EnvironmentCards(
      ReadableEnvironments environments,
      PreflightService preflight,
      HelpCard help,
      FormLook look,
      BackupDeletionRight deletion) {
    this.deletion = deletion;
    this.environments = environments;
    this.preflight = preflight;
    this.help = help;
    this.look = look;
  }

  Card list(String search, ChatUser who) {
    return list(search, 0, who);
  }

  /**
   * One page of the list.
   *
   * @param from how many of those that fit come before the page
   */
  Card list(String search, int from, ChatUser who) {
    EnvironmentListing listing = environments.all(who);
    List<EnvironmentProfile> found = environments.search(search, who);
    int first = Math.max(0, Math.min(from, found.size() - 1)) / PAGE * PAGE;
    int next = first + PAGE;
    CardTexts texts = who.texts();
    Optional<Banner> trouble =
        UnreadableRowNotes.both(
            listing
                .trouble()
                .map(
                    why ->
                        new Banner(
                            Tone.ATTENTION, texts.of("environments.notRefreshed", "reason", why))),
            UnreadableRowNotes.environments(listing.unreadable(), texts));
    return look.cards()
        .render(
            new EnvironmentListView(
                search,
                found.stream().skip(first).limit(PAGE).map(subject -> row(subject, texts)).toList(),
                first,
                found.size(),
                age(listing, texts),
                trouble,
                first > 0 ? Optional.of(page(search, first - PAGE)) : Optional.empty(),
                next < found.size() ? Optional.of(page(search, next)) : Optional.empty()));
  }

  private static Map<String, String> page(String search, int from) {
    return Map.of("text", search, "from", String.valueOf(from));
  }

  private String age(EnvironmentListing listing, CardTexts texts) {
    RelativeTime read = new RelativeTime(listing.readAt(), look.clock().instant());
    return listing.kindsAwaited() == 0
        ? texts.relative(read.instant(), read.now())
        : texts.of("environments.age.kinds", "age", read, "count", listing.kindsAwaited());
  }

  private EnvironmentListView.Row row(EnvironmentProfile subject, CardTexts texts) {
    EnvironmentStatus condition = EnvironmentStatus.of(subject, texts);
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
  Card one(String environmentId, ChatUser who) {
    return read(environmentId, who).map(read -> one(read, who)).orElseGet(() -> gone(who));
  }

  /** Empty where there is none, or the person may not see it as it is now. */
  private Optional<BackupPreflight> read(String environmentId, ChatUser who) {
    return environments
        .byId(environmentId, who)
        .map(known -> preflight.backup(known.id()))
        .filter(read -> environments.contain(read.source(), who));
  }

  private Card gone(ChatUser who) {
    return help.hint(who.texts().of("environment.gone"), who);
  }

  private Card one(BackupPreflight read, ChatUser who) {
    EnvironmentProfile subject = read.source();
    CardTexts texts = who.texts();
    EnvironmentStatus condition = EnvironmentStatus.of(subject, texts);
    EnvironmentFactSheet facts = new EnvironmentFactSheet(subject, texts, look.clock().instant());
    Map<String, String> itself = Map.of("environment", subject.id());
    boolean canBeSource =
        subject.environment().dataverse().isPresent()
            && Availability.of(subject.environment()).canBeRead();
    return look.cards()
        .render(
            new EnvironmentView(
                look.labels().side(subject),
                new StateLabel(condition.words(), condition.tone()),
                warning(subject.environment())
                    .map(texts::of)
                    .map(text -> new Banner(Tone.ATTENTION, text)),
                facts.description(),
                facts.backup(read.checks(), look.rules().asTarget(subject)),
                facts.links(),
                texts.relative(read.readAt(), look.clock().instant()),
                new EnvironmentView.Actions(
                    canBeSource ? Optional.of(itself) : Optional.empty(),
                    read.worst() != Severity.RED ? Optional.of(itself) : Optional.empty(),
                    canBeSource ? Optional.of(Map.of("source", subject.id())) : Optional.empty(),
                    Optional.of(Map.of("target", subject.id())))));
  }

  private static Optional<Message> warning(Environment environment) {
    if (environment.inAdministrationMode()) {
      List<Message> sentences = new ArrayList<>();
      sentences.add(Message.of("environment.adminMode"));
      environment
          .backgroundOperations()
          .map(word -> Message.of("environment.adminMode.background", "state", word))
          .ifPresent(sentences::add);
      environment
          .runtimeReason()
          .map(word -> Message.of("environment.adminMode.reason", "reason", word))
          .ifPresent(sentences::add);
      return Optional.of(Message.sentences(sentences));
    }
    if (environment.odd()) {
      return Optional.of(Message.of("environment.odd"));
    }
    return environment.unreadable().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "environment.unreadable", "parts", Unreadable.message(environment.unreadable())));
  }

  /** The backups of one environment, read afresh. */
  Card backups(String environmentId, ChatUser who) {
    return environments
        .byId(environmentId, who)
        .map(
            known ->
                ParallelReads.both(
                    () -> preflight.backup(known.id()),
                    () -> look.api().backups(known.id()),
                    (read, backups) -> backups(read, backups, who)))
        .orElseGet(() -> gone(who));
  }

  private Card backups(BackupPreflight read, ServiceList<Backup> backups, ChatUser who) {
    if (!environments.contain(read.source(), who)) {
      return gone(who);
    }
    String environmentId = read.source().id();
    Instant now = look.clock().instant();
    CardTexts texts = who.texts();
    boolean canBeBackedUp = Finding.worst(read.checks()) != Severity.RED;
    boolean mayDelete = deletion.has(who, read.source());
    return look.cards()
        .render(
            new BackupListView(
                look.labels().side(read.source()),
                RestoreWindow.earliest(read.source(), now)
                    .map(from -> ZonedTime.of(texts.at(from))),
                Optional.of(ZonedTime.of(texts.at(look.rules().window().latest(now)))),
                backups.stream()
                    .limit(BackupListView.PAGE)
                    .map(backup -> row(backup, environmentId, mayDelete, texts))
                    .toList(),
                backups.size(),
                UnreadableRowNotes.backups(backups.unreadable(), texts),
                canBeBackedUp
                    ? Optional.of(Map.of("environment", environmentId))
                    : Optional.empty(),
                Optional.of(
                    Map.of("source", environmentId, "pointKind", RestoreFormInput.INSTANT))));
  }

  private BackupListView.Row row(
      Backup backup, String environmentId, boolean mayDelete, CardTexts texts) {
    Instant now = look.clock().instant();
    boolean expiresSoon = backup.expires().filter(at -> at.isBefore(now.plus(SOON))).isPresent();
    boolean restorable = look.rules().window().restorable(backup, now) && backup.selectable();
    String expiry = backup.expired(now) ? "backups.expired" : "backups.expires";
    return new BackupListView.Row(
        backup.name(),
        ZonedTime.of(texts.at(backup.point())),
        texts.relative(backup.point(), now),
        backup.expires().map(at -> texts.of(expiry, "time", new RelativeTime(at, now))).orElse(""),
        expiresSoon ? Tone.ATTENTION : Tone.NEUTRAL,
        backup.createdBy().orElse(""),
        backup.notes().orElse(""),
        new BackupListView.Actions(
            restorable ? Optional.of(restore(backup, environmentId)) : Optional.empty(),
            mayDelete && backup.selectable() && !backup.expired(now)
                ? Optional.of(Map.of("environment", environmentId, "backup", backup.id()))
                : Optional.empty()));
  }

  private static Map<String, String> restore(Backup backup, String environmentId) {
    return Map.of(
        "source", environmentId, "pointKind", RestoreFormInput.BACKUP, "backup", backup.id());
  }
}
