package dev.holdfast.notification.card;

import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.StageRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.notification.store.GivenUpMessages;
import dev.holdfast.request.FollowUps;
import dev.holdfast.request.FollowUps.Obstacle;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationStage;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.StageStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The card that follows a request through its states. */
@Component
class RequestCardMapper {

  /** Each admin API has a word of its own; both say no more than that it runs. */
  private static final Set<String> RUNS = Set.of("running", "inprogress");

  private final GivenUpMessages givenUp;
  private final RecipientNames names;
  private final FollowUps followUps;
  private final Clock clock;

  RequestCardMapper(
      GivenUpMessages givenUp, RecipientNames names, FollowUps followUps, Clock clock) {
    this.givenUp = givenUp;
    this.names = names;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** Those whom a message about the request didn't reach, and why, each by name. */
  List<Fact> unreached(Request request) {
    return givenUp.of(request.id()).stream()
        .map(given -> new Fact(names.of(given.address()), given.why().words()))
        .toList();
  }

  RequestCardView view(
      Request request,
      ViewerContext reading,
      Optional<Banner> banner,
      String error,
      Optional<AutoRefresh> refresh) {
    ZoneId zone = reading.zone();
    RequestDetails details = request.details();
    RequestState state = request.state();
    Optional<Obstacle> inTheWay = followUps.leaving(request);
    return new RequestCardView(
        request.id().toString(),
        RequestTexts.kind(details.spec()),
        state.title(),
        RequestTexts.tone(state),
        banner,
        RequestTexts.side(details.spec().source()),
        RequestTexts.target(details.spec()),
        RequestTexts.point(details.spec(), zone),
        RequestTexts.pointName(details.spec()),
        facts(request, zone),
        RequestTexts.decisions(request, zone),
        stages(request),
        progress(request, zone),
        request.outcome().map(end -> DateTimeFormat.spelledOut(end.message(), zone)).orElse(""),
        NextStepsProvider.of(request, reading.reader(), ModeFace.other(request, inTheWay)).stream()
            .map(step -> DateTimeFormat.spelledOut(step, zone))
            .toList(),
        RequestTexts.service(request),
        ModeFace.view(request, reading, inTheWay),
        OutcomeResolutionMapper.view(request, reading, followUps.resolutionOptions(request), error),
        againIsOffered(request, reading)
            ? Optional.of(RequestTexts.idOnly(request))
            : Optional.empty(),
        reading.undoes() && request.completed().canBeUndone(clock.instant())
            ? Optional.of(RequestTexts.idOnly(request))
            : Optional.empty(),
        reading.cancels() && request.approval().isCancellable()
            ? Optional.of(RequestTexts.idAndVersion(request))
            : Optional.empty(),
        refresh);
  }

  /** Where it did not come about, whoever is concerned may ask for the same once more. */
  private boolean againIsOffered(Request request, ViewerContext reading) {
    boolean concerned = reading.reader() == Reader.ASKED || reading.reader() == Reader.INVOLVED;
    return concerned && request.completed().canBeRequestedAgain(clock.instant());
  }

  private List<Fact> facts(Request request, ZoneId zone) {
    RequestDetails details = request.details();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Asked by", details.requester().name()));
    facts.add(new Fact("Asked", DateTimeFormat.both(details.createdAt(), zone)));
    if (!details.reason().isBlank()) {
      facts.add(new Fact("Reason", details.reason()));
    }
    facts.addAll(RequestTexts.chosen(details.spec()));
    facts.addAll(SafetyFace.facts(request, zone));
    request
        .progress()
        .map(OperationProgress::startedAt)
        .ifPresent(at -> facts.addAll(duration(request, at, zone)));
    facts.addAll(TargetFacts.of(request, zone));
    notReached(request).ifPresent(facts::add);
    return facts;
  }

  /**
   * How long it takes is said only when it is over: a card that stands still would tell an old
   * number.
   */
  private static List<Fact> duration(Request request, Instant startedAt, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", DateTimeFormat.both(startedAt, zone)));
    request
        .outcome()
        .map(Outcome::at)
        .ifPresent(
            at ->
                facts.add(
                    new Fact("Took", DateTimeFormat.duration(Duration.between(startedAt, at)))));
    return facts;
  }

  private Optional<Fact> notReached(Request request) {
    String each =
        givenUp.of(request.id()).stream()
            .map(given -> names.of(given.address()) + " (" + given.why().words() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return each.isEmpty() ? Optional.empty() : Optional.of(new Fact("Not reached", each));
  }

  private static List<StageRow> stages(Request request) {
    Stream<StageRow> own =
        request.progress().map(OperationProgress::stages).orElse(List.of()).stream()
            .map(stage -> new StageRow(stage.name(), word(stage), tone(stage.status())));
    return Stream.concat(SafetyFace.stages(request).stream(), own).toList();
  }

  private static String word(OperationStage stage) {
    return switch (stage.status()) {
      case WAITING -> "not started";
      case RUNNING ->
          RUNS.contains(stage.serviceStatus().toLowerCase(Locale.ROOT))
              ? "running"
              : stage.serviceStatus();
      case DONE -> "done" + took(stage);
      case FAILED -> "failed" + took(stage);
    };
  }

  /** How long it took, where that is known; with a comma before. */
  private static String took(OperationStage stage) {
    return stage
        .startedAt()
        .flatMap(from -> stage.endedAt().map(to -> Duration.between(from, to)))
        .filter(took -> !took.isNegative())
        .map(took -> ", " + DateTimeFormat.duration(took))
        .orElse("");
  }

  private static Tone tone(StageStatus standing) {
    return switch (standing) {
      case WAITING -> Tone.NEUTRAL;
      case RUNNING -> Tone.ONGOING;
      case DONE -> Tone.GOOD;
      case FAILED -> Tone.BAD;
    };
  }

  private static String running(Request request) {
    Optional<OperationProgress> progress = request.progress();
    String word = progress.map(OperationProgress::serviceStatus).orElse("nothing yet");
    return progress.filter(OperationProgress::unrecognized).isPresent()
        ? "Power Platform reports a status that Holdfast doesn't recognize: "
            + word
            + ". Holdfast is checking whether the operation is still running."
        : "The service says: " + word + ". This may take hours.";
  }

  private static String progress(Request request, ZoneId zone) {
    if (request.waitReason().isPresent()) {
      return DateTimeFormat.spelledOut(request.waitReason().get(), zone);
    }
    RequestDetails details = request.details();
    return switch (request.state()) {
      case AWAITING_APPROVAL ->
          request.approval().approvalCount()
              + " of "
              + details.approvals()
              + " approvals given. Expires "
              + DateTimeFormat.both(details.expiresAt(), zone)
              + ".";
      case APPROVED -> "Holdfast checks once more, then calls the service.";
      case SAFETY_BACKUP -> DateTimeFormat.spelledOut(SafetyFace.progress(request), zone);
      case STARTING -> "Holdfast calls the service.";
      case RUNNING -> running(request);
      case VERIFYING ->
          "The operation says that it succeeded. Holdfast checks the environment itself.";
      default -> "";
    };
  }
}
