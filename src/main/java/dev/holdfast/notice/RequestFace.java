package dev.holdfast.notice;

import dev.holdfast.card.Banner;
import dev.holdfast.card.Fact;
import dev.holdfast.card.Refresh;
import dev.holdfast.card.RequestView;
import dev.holdfast.card.StageLine;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.request.Ending;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.State;
import dev.holdfast.request.Terms;
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
class RequestFace {

  /** Each admin API has a word of its own; both say no more than that it runs. */
  private static final Set<String> RUNS = Set.of("running", "inprogress");

  private final GivenUpMessages givenUp;
  private final RecipientNames names;
  private final Clock clock;

  RequestFace(GivenUpMessages givenUp, RecipientNames names, Clock clock) {
    this.givenUp = givenUp;
    this.names = names;
    this.clock = clock;
  }

  /** Those whom a message about the request didn't reach, and why, each by name. */
  List<Fact> unreached(Request request) {
    return givenUp.of(request.id()).stream()
        .map(given -> new Fact(names.of(given.address()), given.why().words()))
        .toList();
  }

  RequestView view(
      Request request,
      Reading reading,
      Optional<Banner> banner,
      String error,
      Optional<Refresh> refresh) {
    ZoneId zone = reading.zone();
    Terms terms = request.terms();
    State state = request.state();
    return new RequestView(
        request.id().toString(),
        RequestWords.kind(terms.work()),
        state.title(),
        RequestWords.tone(state),
        banner,
        RequestWords.side(terms.work().source()),
        RequestWords.target(terms.work()),
        RequestWords.point(terms.work(), zone),
        RequestWords.pointName(terms.work()),
        facts(request, zone),
        RequestWords.decisions(request, zone),
        stages(request),
        progress(request, zone),
        request.ending().map(end -> Times.spelledOut(end.words(), zone)).orElse(""),
        NextSteps.of(request, reading.reader()).stream()
            .map(step -> Times.spelledOut(step, zone))
            .toList(),
        RequestWords.service(request),
        ModeFace.view(request, reading),
        SettleFace.view(request, reading, error),
        againIsOffered(request, reading)
            ? Optional.of(RequestWords.idOnly(request))
            : Optional.empty(),
        reading.undoes() && request.aftermath().wayBack(clock.instant()).isPresent()
            ? Optional.of(RequestWords.idOnly(request))
            : Optional.empty(),
        reading.cancels() && request.approving().cancellable()
            ? Optional.of(RequestWords.idAndVersion(request))
            : Optional.empty(),
        refresh);
  }

  /** Where it did not come about, whoever is concerned may ask for the same once more. */
  private static boolean againIsOffered(Request request, Reading reading) {
    boolean concerned = reading.reader() == Reader.ASKED || reading.reader() == Reader.INVOLVED;
    return concerned && (request.state() == State.FAILED || request.settling().givenUp());
  }

  private List<Fact> facts(Request request, ZoneId zone) {
    Terms terms = request.terms();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Asked by", terms.requester().name()));
    facts.add(new Fact("Asked", Times.both(terms.createdAt(), zone)));
    if (!terms.reason().isBlank()) {
      facts.add(new Fact("Reason", terms.reason()));
    }
    facts.addAll(RequestWords.chosen(terms.work()));
    facts.addAll(SafetyFace.facts(request, zone));
    request
        .progress()
        .map(Progress::startedAt)
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
    facts.add(new Fact("Started", Times.both(startedAt, zone)));
    request
        .ending()
        .map(Ending::at)
        .ifPresent(
            at -> facts.add(new Fact("Took", Times.duration(Duration.between(startedAt, at)))));
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

  private static List<StageLine> stages(Request request) {
    Stream<StageLine> own =
        request.progress().map(Progress::stages).orElse(List.of()).stream()
            .map(stage -> new StageLine(stage.name(), word(stage), tone(stage.standing())));
    return Stream.concat(SafetyFace.stages(request).stream(), own).toList();
  }

  private static String word(Progress.Stage stage) {
    return switch (stage.standing()) {
      case WAITING -> "not started";
      case RUNNING ->
          RUNS.contains(stage.word().toLowerCase(Locale.ROOT)) ? "running" : stage.word();
      case DONE -> "done" + took(stage);
      case FAILED -> "failed" + took(stage);
    };
  }

  /** How long it took, where that is known; with a comma before. */
  private static String took(Progress.Stage stage) {
    return stage
        .startedAt()
        .flatMap(from -> stage.endedAt().map(to -> Duration.between(from, to)))
        .filter(took -> !took.isNegative())
        .map(took -> ", " + Times.duration(took))
        .orElse("");
  }

  private static Tone tone(Progress.Standing standing) {
    return switch (standing) {
      case WAITING -> Tone.NEUTRAL;
      case RUNNING -> Tone.ONGOING;
      case DONE -> Tone.GOOD;
      case FAILED -> Tone.BAD;
    };
  }

  private static String running(Request request) {
    Optional<Progress> progress = request.progress();
    String word = progress.map(Progress::stateWord).orElse("nothing yet");
    return progress.filter(Progress::unrecognized).isPresent()
        ? "Power Platform reports a status that Holdfast doesn't recognize: "
            + word
            + ". Holdfast is checking whether the operation is still running."
        : "The service says: " + word + ". This may take hours.";
  }

  private static String progress(Request request, ZoneId zone) {
    if (request.waitsFor().isPresent()) {
      return Times.spelledOut(request.waitsFor().get(), zone);
    }
    Terms terms = request.terms();
    return switch (request.state()) {
      case AWAITING_APPROVAL ->
          request.approving().given()
              + " of "
              + terms.approvals()
              + " approvals given. Expires "
              + Times.both(terms.expiresAt(), zone)
              + ".";
      case APPROVED -> "Holdfast checks once more, then calls the service.";
      case SAFETY_BACKUP -> Times.spelledOut(SafetyFace.progress(request), zone);
      case STARTING -> "Holdfast calls the service.";
      case RUNNING -> running(request);
      case VERIFYING ->
          "The operation says that it succeeded. Holdfast checks the environment itself.";
      default -> "";
    };
  }
}
