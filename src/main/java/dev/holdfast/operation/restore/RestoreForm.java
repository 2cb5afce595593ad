package dev.holdfast.operation.restore;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.ServiceList;
import dev.holdfast.approval.policy.PolicyEvaluator;
import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.environment.EnvironmentInput;
import dev.holdfast.bot.environment.EnvironmentViewMapper;
import dev.holdfast.bot.environment.ReadableEnvironments;
import dev.holdfast.bot.environment.UnreadableRowNotes;
import dev.holdfast.bot.time.FormZone;
import dev.holdfast.bot.time.InstantCheck.Nearest;
import dev.holdfast.card.Card;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Tone;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.environment.EnvironmentListing;
import dev.holdfast.environment.EnvironmentProfile;
import dev.holdfast.environment.ParallelReads;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.preflight.RestoreCandidateList;
import dev.holdfast.environment.preflight.ServiceValidation;
import dev.holdfast.message.Message;
import dev.holdfast.operation.FormLook;
import dev.holdfast.operation.restore.RestoreFormView.Alternative;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The form for a restore: first the source, then what depends on it. */
@Component
public class RestoreForm {

  private final ReadableEnvironments catalog;
  private final PolicyEvaluator policy;
  private final ServiceValidation opinion;
  private final RestorePointResolver points;
  private final FormLook look;

  RestoreForm(
      ReadableEnvironments catalog,
      PolicyEvaluator policy,
      ServiceValidation opinion,
      RestorePointResolver points,
      FormLook look) {
    this.catalog = catalog;
    this.policy = policy;
    this.opinion = opinion;
    this.points = points;
    this.look = look;
  }

  /** What the service has of a source, and which targets it offers for it. */
  private record SourceFacts(ServiceList<Backup> backups, RestoreCandidateList candidates) {}

  public Card form(RestoreFormInput input, ChatUser who) {
    return form(input, who, Optional.empty());
  }

  public Card form(RestoreFormInput input, ChatUser who, Optional<Banner> banner) {
    return form(input, who, banner, Map.of(), List.of());
  }

  /**
   * @param errors a sentence by the id of the input that it is about
   */
  public Card form(RestoreFormInput input, ChatUser who, Map<String, Message> errors) {
    return form(input, who, Optional.empty(), errors, List.of());
  }

  /** The form again, with what may be meant by a target that was typed. */
  public Card form(RestoreFormInput input, ChatUser who, EnvironmentInput target) {
    return form(
        input,
        who,
        Optional.empty(),
        Map.of("target", target.error().orElseThrow()),
        target.among());
  }

  /**
   * The same from what is in memory; empty when that isn't enough. Where the manual backups weren't
   * read yet, the form says that it doesn't list them.
   */
  Optional<Card> formInMemory(RestoreFormInput input, ChatUser who, Map<String, Message> errors) {
    Optional<EnvironmentProfile> source = catalog.inMemory(input.source(), who);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    String id = source.get().id();
    Optional<ServiceList<Backup>> backups = look.backups().inMemory(id);
    if (input.choosesBackup()
        && !input.backup().isEmpty()
        && backups.flatMap(listed -> BackupChoice.find(input.backup(), listed)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        details(
            source.get(),
            input,
            who,
            backups.isEmpty()
                ? Optional.of(new Banner(Tone.NEUTRAL, who.texts().of("restoreForm.noBackups")))
                : Optional.empty(),
            errors,
            List.of(),
            new SourceFacts(
                backups.orElseGet(() -> ServiceList.of(List.of())),
                opinion.candidatesInMemory(id))));
  }

  private Card form(
      RestoreFormInput input,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors,
      List<EnvironmentProfile> among) {
    return catalog
        .byId(input.source(), who)
        .map(source -> details(source, input, who, banner, errors, among, read(source)))
        .orElseGet(() -> askForSource(input, who, banner, catalog.all(who).subjects()));
  }

  /** The first step again, with what may be meant by a source that was typed. */
  Card askForSource(RestoreFormInput input, ChatUser who, EnvironmentInput source) {
    Banner banner = new Banner(Tone.ATTENTION, CardTexts.SHARED.of(source.error().orElseThrow()));
    List<EnvironmentProfile> among =
        source.among().isEmpty() ? catalog.all(who).subjects() : source.among();
    return askForSource(input, who, Optional.of(banner), among);
  }

  private Card askForSource(
      RestoreFormInput input,
      ChatUser who,
      Optional<Banner> banner,
      List<EnvironmentProfile> among) {
    List<EnvironmentProfile> sources =
        among.stream().filter(subject -> subject.environment().dataverse().isPresent()).toList();
    Map<String, String> next = new LinkedHashMap<>(input.toData());
    next.remove("source");
    next.put(CardActionInvocation.IN_PLACE, "true");
    return look.cards()
        .render(
            new RestoreSourceView(
                EnvironmentViewMapper.page(sources, input.source(), look.labels()::title),
                sources.size(),
                input.source(),
                UnreadableRowNotes.both(
                    banner,
                    UnreadableRowNotes.environments(
                        catalog.all(who).unreadable(), CardTexts.SHARED)),
                next));
  }

  private SourceFacts read(EnvironmentProfile source) {
    return ParallelReads.both(
        () -> look.backups().read(source.id()),
        () -> opinion.candidates(source.id()),
        SourceFacts::new);
  }

  private Card details(
      EnvironmentProfile source,
      RestoreFormInput input,
      ChatUser who,
      Optional<Banner> banner,
      Map<String, Message> errors,
      List<EnvironmentProfile> among,
      SourceFacts facts) {
    ServiceList<Backup> listed = facts.backups();
    RestoreCandidateList candidates = facts.candidates();
    Instant now = look.clock().instant();
    FormZone inUse = FormZone.of(input.zone(), who);
    CardTexts texts = new CardTexts(inUse.zone());
    List<Backup> backups = page(listed, input.backup(), now);
    String kind = pointKind(input, backups);
    RestorePointResolver.Point point = point(input, kind, who);
    Map<String, Message> wrong = new LinkedHashMap<>(point.errors());
    inUse.error().ifPresent(error -> wrong.put("zone", error));
    BackupChoice.objection(input, listed, look.rules().window(), now)
        .ifPresent(objection -> wrong.put("backup", objection));
    wrong.putAll(look.starts().read(input.startInput(), who).errors());
    wrong.putAll(errors);
    EnvironmentListing listing = catalog.all(who);
    List<EnvironmentProfile> all = listing.subjects();
    Optional<Banner> gaps =
        UnreadableRowNotes.both(
            UnreadableRowNotes.backups(listed.unreadable(), texts),
            UnreadableRowNotes.environments(listing.unreadable(), texts));
    List<EnvironmentProfile> legal = legal(source, all);
    List<EnvironmentProfile> meant = legal(source, among);
    List<EnvironmentProfile> offered = meant.isEmpty() ? legal : meant;
    Map<String, String> review = new LinkedHashMap<>(Map.of("source", source.id()));
    if (backups.isEmpty()) {
      review.put("pointKind", RestoreFormInput.INSTANT);
    }
    return look.cards()
        .render(
            new RestoreFormView(
                look.labels().side(source),
                new RestoreFormView.Window(
                    RestoreWindow.earliest(source, now)
                        .map(RestoreWindow::upToMinute)
                        .map(from -> ZonedTime.of(texts.at(from))),
                    Optional.of(ZonedTime.of(texts.at(look.rules().window().latest(now))))),
                backups.stream().map(backup -> BackupChoice.choice(backup, texts, now)).toList(),
                new RestoreFormView.Targets(
                    EnvironmentViewMapper.page(
                        TargetChoices.offeredFirst(
                            EnvironmentViewMapper.nearestFirst(offered, source), candidates),
                        input.target(),
                        target ->
                            TargetChoices.title(
                                look.labels().title(target), target, candidates, texts)),
                    legal.size(),
                    all.size() - legal.size(),
                    TargetChoices.note(legal, candidates).map(texts::of).orElse(""),
                    offered.stream()
                        .map(EnvironmentViewMapper::name)
                        .anyMatch(policy::isSafetyBackupOptional)),
                values(input, kind, inUse),
                look.starts().shown(input.startInput(), who),
                new RestoreFormView.Problems(
                    UnreadableRowNotes.both(banner, gaps),
                    texts.of(wrong),
                    point.nearest().stream()
                        .map(near -> alternative(source, near, texts))
                        .toList()),
                new RestoreFormView.Actions(
                    review,
                    Map.of(CardActionInvocation.IN_PLACE, "true"),
                    Optional.of(Map.of("source", source.id())))));
  }

  private List<EnvironmentProfile> legal(
      EnvironmentProfile source, List<EnvironmentProfile> subjects) {
    return subjects.stream()
        .filter(
            target ->
                look.rules().legal(source, target)
                    && policy.mayOverwrite(EnvironmentViewMapper.name(target)))
        .toList();
  }

  /** The first page of the backups that can be restored, and the chosen one. */
  private List<Backup> page(List<Backup> listed, String chosenId, Instant now) {
    List<Backup> restorable =
        look.rules().window().restorable(listed, now).stream().filter(Backup::selectable).toList();
    return IntStream.range(0, restorable.size())
        .filter(i -> i < EnvironmentViewMapper.PAGE || restorable.get(i).id().equals(chosenId))
        .mapToObj(restorable::get)
        .toList();
  }

  private static String pointKind(RestoreFormInput input, List<Backup> backups) {
    boolean instantSaid = !input.date().isEmpty() || !input.time().isEmpty();
    return !input.pointKind().isEmpty()
        ? input.pointKind()
        : backups.isEmpty() || instantSaid ? RestoreFormInput.INSTANT : RestoreFormInput.BACKUP;
  }

  /** A date that was filled in is checked at once; an empty one may still be. */
  private RestorePointResolver.Point point(RestoreFormInput input, String kind, ChatUser who) {
    return kind.equals(RestoreFormInput.INSTANT) && !input.date().isEmpty()
        ? points.ofInstant(input, who)
        : RestorePointResolver.Point.NONE;
  }

  private static Alternative alternative(EnvironmentProfile source, Nearest near, CardTexts texts) {
    return new Alternative(
        texts.of("restoreForm.use", "time", near.instant().atZone(near.zone())),
        Map.of(
            "source",
            source.id(),
            "useInstant",
            near.instant().toString(),
            "useZone",
            near.zone().getId(),
            CardActionInvocation.IN_PLACE,
            "true"));
  }

  private RestoreFormView.Values values(RestoreFormInput input, String kind, FormZone inUse) {
    return new RestoreFormView.Values(
        new RestoreFormView.Point(kind, input.backup(), input.date(), input.time(), inUse.text()),
        input.target(),
        input.targetName(),
        input.securityGroup(),
        input.skipAuditData(),
        input.safetyBackup(),
        input.reason(),
        look.tickets().shown(input.ticket()));
  }
}
