package dev.holdfast.chat;

import dev.holdfast.approval.Policy;
import dev.holdfast.card.Banner;
import dev.holdfast.card.Card;
import dev.holdfast.card.Choice;
import dev.holdfast.card.Moment;
import dev.holdfast.card.RestoreFormView;
import dev.holdfast.card.RestoreFormView.Alternative;
import dev.holdfast.card.RestoreSourceView;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.chat.InstantCheck.Nearest;
import dev.holdfast.environment.Candidates;
import dev.holdfast.environment.Catalogue;
import dev.holdfast.environment.Listing;
import dev.holdfast.environment.ParallelReads;
import dev.holdfast.environment.RestoreWindow;
import dev.holdfast.environment.ServiceOpinion;
import dev.holdfast.environment.Subject;
import dev.holdfast.platform.Backup;
import dev.holdfast.platform.ServiceList;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The form for a restore: first the source, then what depends on it. */
@Component
class RestoreForms {

  private static final Banner BACKUPS_LEFT_OUT =
      new Banner(
          Tone.NEUTRAL,
          "This form doesn't list the manual backups. To choose one, select Change, and then select"
              + " the source again.");

  private final Catalogue catalogue;
  private final Policy policy;
  private final ServiceOpinion opinion;
  private final RestorePoints points;
  private final FormLook look;

  RestoreForms(
      Catalogue catalogue,
      Policy policy,
      ServiceOpinion opinion,
      RestorePoints points,
      FormLook look) {
    this.catalogue = catalogue;
    this.policy = policy;
    this.opinion = opinion;
    this.points = points;
    this.look = look;
  }

  /** What the service has of a source, and which targets it offers for it. */
  private record SourceFacts(ServiceList<Backup> backups, Candidates candidates) {}

  Card form(RestoreInput input, Speaker who) {
    return form(input, who, Optional.empty());
  }

  Card form(RestoreInput input, Speaker who, Optional<Banner> banner) {
    return form(input, who, banner, Map.of(), List.of());
  }

  /**
   * @param errors a sentence by the id of the input that it is about
   */
  Card form(RestoreInput input, Speaker who, Map<String, String> errors) {
    return form(input, who, Optional.empty(), errors, List.of());
  }

  /** The form again, with what may be meant by a target that was typed. */
  Card form(RestoreInput input, Speaker who, Typed target) {
    return form(input, who, Optional.empty(), Map.of("target", target.error()), target.among());
  }

  /**
   * The same from what is in memory; empty when that isn't enough. Where the manual backups weren't
   * read yet, the form says that it doesn't list them.
   */
  Optional<Card> formInMemory(RestoreInput input, Speaker who, Map<String, String> errors) {
    Optional<Subject> source = catalogue.inMemory(input.source());
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
            backups.isEmpty() ? Optional.of(BACKUPS_LEFT_OUT) : Optional.empty(),
            errors,
            List.of(),
            new SourceFacts(
                backups.orElseGet(() -> ServiceList.of(List.of())),
                opinion.candidatesInMemory(id))));
  }

  private Card form(
      RestoreInput input,
      Speaker who,
      Optional<Banner> banner,
      Map<String, String> errors,
      List<Subject> among) {
    return catalogue
        .byId(input.source())
        .map(source -> details(source, input, who, banner, errors, among, read(source)))
        .orElseGet(() -> askForSource(input, banner, catalogue.all().subjects()));
  }

  /** The first step again, with what may be meant by a source that was typed. */
  Card askForSource(RestoreInput input, Typed source) {
    Banner banner = new Banner(Tone.ATTENTION, source.error());
    List<Subject> among = source.among().isEmpty() ? catalogue.all().subjects() : source.among();
    return askForSource(input, Optional.of(banner), among);
  }

  private Card askForSource(RestoreInput input, Optional<Banner> banner, List<Subject> among) {
    List<Subject> sources =
        among.stream().filter(subject -> subject.environment().dataverse().isPresent()).toList();
    Map<String, String> next = new LinkedHashMap<>(input.toData());
    next.remove("source");
    next.put(ClickDesk.IN_PLACE, "true");
    return look.cards()
        .render(
            new RestoreSourceView(
                Sides.page(sources, input.source(), look.labels()::title),
                sources.size(),
                input.source(),
                ListGaps.both(banner, ListGaps.banner(catalogue.all().unreadable(), "environment")),
                next));
  }

  private SourceFacts read(Subject source) {
    return ParallelReads.both(
        () -> look.backups().read(source.id()),
        () -> opinion.candidates(source.id()),
        SourceFacts::new);
  }

  private Card details(
      Subject source,
      RestoreInput input,
      Speaker who,
      Optional<Banner> banner,
      Map<String, String> errors,
      List<Subject> among,
      SourceFacts facts) {
    ServiceList<Backup> listed = facts.backups();
    Candidates candidates = facts.candidates();
    Instant now = look.clock().instant();
    FormZone inUse = FormZone.of(input.zone(), who);
    ZoneId zone = inUse.zone();
    List<Backup> backups = page(listed, input.backup(), now);
    String kind = pointKind(input, backups);
    RestorePoints.Point point = point(input, kind, who);
    Map<String, String> wrong = new LinkedHashMap<>(point.errors());
    if (!inUse.error().isEmpty()) {
      wrong.put("zone", inUse.error());
    }
    BackupChoice.objection(input, listed, look.rules().window(), now)
        .ifPresent(sentence -> wrong.put("backup", sentence));
    wrong.putAll(errors);
    Listing listing = catalogue.all();
    List<Subject> all = listing.subjects();
    Optional<Banner> gaps =
        ListGaps.both(
            ListGaps.banner(listed.unreadable(), "backup"),
            ListGaps.banner(listing.unreadable(), "environment"));
    List<Subject> legal = legal(source, all);
    List<Subject> meant = legal(source, among);
    List<Subject> offered = meant.isEmpty() ? legal : meant;
    Map<String, String> review = new LinkedHashMap<>(Map.of("source", source.id()));
    if (backups.isEmpty()) {
      review.put("pointKind", RestoreInput.INSTANT);
    }
    return look.cards()
        .render(
            new RestoreFormView(
                look.labels().side(source),
                RestoreWindow.earliest(source, now)
                    .map(RestoreWindow::upToMinute)
                    .map(from -> Moment.of(Times.both(from, zone))),
                Optional.of(Moment.of(Times.both(look.rules().window().latest(now), zone))),
                backups.stream().map(backup -> choice(backup, zone, now)).toList(),
                Sides.page(
                    TargetWords.offeredFirst(Sides.nearestFirst(offered, source), candidates),
                    input.target(),
                    target -> look.labels().title(target) + TargetWords.remark(target, candidates)),
                legal.size(),
                all.size() - legal.size(),
                TargetWords.note(legal, candidates),
                offered.stream().map(Sides::name).anyMatch(policy::leavesSafetyBackupOpen),
                values(input, kind, inUse),
                ListGaps.both(banner, gaps),
                wrong,
                point.nearest().stream().map(near -> alternative(source, near)).toList(),
                review,
                Map.of(ClickDesk.IN_PLACE, "true"),
                Optional.of(Map.of("source", source.id()))));
  }

  private List<Subject> legal(Subject source, List<Subject> subjects) {
    return subjects.stream()
        .filter(
            target -> look.rules().legal(source, target) && policy.mayBeTarget(Sides.name(target)))
        .toList();
  }

  /** The first page of the backups that can be restored, and the chosen one. */
  private List<Backup> page(List<Backup> listed, String chosenId, Instant now) {
    List<Backup> restorable =
        look.rules().window().restorable(listed, now).stream().filter(Backup::selectable).toList();
    return IntStream.range(0, restorable.size())
        .filter(i -> i < Sides.PAGE || restorable.get(i).id().equals(chosenId))
        .mapToObj(restorable::get)
        .toList();
  }

  static Choice choice(Backup backup, ZoneId zone, Instant now) {
    String expiry = backup.expires().map(at -> ", expires " + Times.relative(at, now)).orElse("");
    return new Choice(
        backup.name() + " (" + Times.both(backup.point(), zone) + expiry + ")", backup.id());
  }

  private static String pointKind(RestoreInput input, List<Backup> backups) {
    boolean instantSaid = !input.date().isEmpty() || !input.time().isEmpty();
    return !input.pointKind().isEmpty()
        ? input.pointKind()
        : backups.isEmpty() || instantSaid ? RestoreInput.INSTANT : RestoreInput.BACKUP;
  }

  /** A date that was filled in is checked at once; an empty one may still be. */
  private RestorePoints.Point point(RestoreInput input, String kind, Speaker who) {
    return kind.equals(RestoreInput.INSTANT) && !input.date().isEmpty()
        ? points.ofInstant(input, who)
        : RestorePoints.Point.NONE;
  }

  private static Alternative alternative(Subject source, Nearest near) {
    return new Alternative(
        "Use " + Times.local(near.instant(), near.zone()),
        Map.of(
            "source",
            source.id(),
            "useInstant",
            near.instant().toString(),
            "useZone",
            near.zone().getId(),
            ClickDesk.IN_PLACE,
            "true"));
  }

  private static RestoreFormView.Values values(RestoreInput input, String kind, FormZone inUse) {
    return new RestoreFormView.Values(
        kind,
        input.backup(),
        input.date(),
        input.time(),
        inUse.text(),
        input.target(),
        input.targetName(),
        input.securityGroup(),
        input.skipAuditData(),
        input.safetyBackup(),
        input.reason());
  }
}
