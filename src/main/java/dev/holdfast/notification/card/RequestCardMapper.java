package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.AutoRefresh;
import dev.holdfast.card.view.Banner;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.StageRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.notification.card.checklist.ChecklistMapper;
import dev.holdfast.notification.card.duration.DurationFacts;
import dev.holdfast.notification.card.parts.PartRow;
import dev.holdfast.notification.card.parts.PartsMapper;
import dev.holdfast.notification.card.schedule.StartTexts;
import dev.holdfast.notification.card.ticket.TicketFacts;
import dev.holdfast.notification.card.ticket.TicketPages;
import dev.holdfast.notification.store.GivenUpMessages;
import dev.holdfast.operation.Operation;
import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.start.StartFacts;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.diagnosis.RequestErrors;
import dev.holdfast.request.followup.FollowUps;
import dev.holdfast.request.followup.FollowUps.Obstacle;
import dev.holdfast.request.step.ApprovalTerms;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationStage;
import dev.holdfast.request.step.StageStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final OperationCatalog operations;
  private final DurationFacts durations;
  private final PartsMapper parts;
  private final TicketPages tickets;

  RequestCardMapper(
      GivenUpMessages givenUp,
      RecipientNames names,
      FollowUps followUps,
      OperationCatalog operations,
      DurationFacts durations,
      PartsMapper parts,
      TicketPages tickets) {
    this.tickets = tickets;
    this.durations = durations;
    this.parts = parts;
    this.operations = operations;
    this.givenUp = givenUp;
    this.names = names;
    this.followUps = followUps;
  }

  /** Those whom a message about the request didn't reach, and why, each by name. */
  List<Fact> unreached(Request request) {
    return givenUp.of(request.id()).stream()
        .map(
            given ->
                new Fact(names.of(given.address()), CardTexts.SHARED.of(given.why().message())))
        .toList();
  }

  RequestCardView view(
      Request request,
      ViewerContext reading,
      Optional<Banner> banner,
      String error,
      Optional<AutoRefresh> refresh) {
    CardTexts texts = new CardTexts(reading.zone());
    List<PartRow> rows = parts.rows(request, RequestTexts::tone, texts);
    Optional<Obstacle> inTheWay = followUps.leaving(request);
    Operation<?> operation = operations.of(request.details().spec());
    return new RequestCardView(
        heading(request, operation, banner, texts),
        subject(request, operation, texts),
        Stream.concat(
                facts(request, operation, texts).stream(),
                rows.isEmpty()
                    ? RequestTexts.environments(request.details().spec(), texts).stream()
                    : Stream.empty())
            .toList(),
        new RequestCardView.Course(
            RequestTexts.decisions(request, texts),
            stages(request, operation, texts),
            parts.progress(request).map(texts::of).orElseGet(() -> progress(request, texts)),
            rows),
        result(
            request,
            NextStepsProvider.of(
                request, operation, reading, AdminModeMapper.other(request, inTheWay)),
            texts),
        new RequestCardView.Target(
            AdminModeMapper.view(request, reading, inTheWay, followUps.leavingRequest(request)),
            ChecklistMapper.view(request, reading.may(Permission.TICK_ITEM), texts)),
        OutcomeResolutionMapper.view(request, reading, followUps.resolutionOptions(request), error),
        actions(request, reading, refresh));
  }

  /** What the request is about, with the page of its change ticket. */
  RequestSubject subject(Request request, Operation<?> operation, CardTexts texts) {
    return RequestTexts.subject(operation, texts).with(tickets.of(request, texts));
  }

  private static RequestCardView.Heading heading(
      Request request, Operation<?> operation, Optional<Banner> banner, CardTexts texts) {
    RequestState state = request.state();
    return new RequestCardView.Heading(
        request.id().toString(),
        RequestTexts.kind(request, operation, texts),
        texts.of(
            request.completed().isFinOpsLate() ? FinOpsLateTexts.title(request) : state.title()),
        request.completed().isFinOpsLate() ? Tone.ATTENTION : RequestTexts.tone(state),
        banner);
  }

  private static RequestCardView.Result result(
      Request request, List<Message> nextSteps, CardTexts texts) {
    return new RequestCardView.Result(
        request.outcome().map(end -> texts.of(end.message())).orElse(""),
        texts.of(nextSteps),
        RequestTexts.service(request, texts));
  }

  private static RequestCardView.Actions actions(
      Request request, ViewerContext reading, Optional<AutoRefresh> refresh) {
    Optional<Map<String, String>> id = Optional.of(RequestTexts.idOnly(request));
    return new RequestCardView.Actions(
        id.filter(it -> reading.may(Permission.REQUEST_AGAIN)),
        RequestErrors.isTemporary(request),
        id.filter(it -> reading.may(Permission.UNDO)),
        Optional.of(RequestTexts.idAndVersion(request))
            .filter(it -> reading.may(Permission.WITHDRAW)),
        Optional.of(RequestTexts.idAndVersion(request))
            .filter(it -> reading.may(Permission.CANCEL)),
        id.filter(it -> RequestTexts.isTroubled(request)),
        refresh,
        id.filter(it -> reading.may(Permission.REVIEW)));
  }

  private List<Fact> facts(Request request, Operation<?> operation, CardTexts texts) {
    RequestDetails terms = request.details();
    List<Fact> facts = new ArrayList<>();
    facts.add(texts.fact("requestCard.requestedBy", RequestTexts.requester(request, texts)));
    facts.add(texts.fact("requestCard.requested", texts.at(terms.submission().at())));
    if (!terms.reason().isBlank()) {
      facts.add(texts.fact("requestCard.reason", terms.reason()));
    }
    facts.addAll(StartFacts.of(request.queue().planned(), texts));
    facts.addAll(TicketFacts.of(request, texts));
    facts.addAll(EmergencyTexts.facts(request, texts));
    facts.addAll(operation.options(texts));
    facts.addAll(SafetyFace.facts(request, operation, texts));
    facts.addAll(durations.of(request, texts));
    facts.addAll(TargetFacts.of(request, texts));
    notReached(request, texts).ifPresent(facts::add);
    return facts;
  }

  private Optional<Fact> notReached(Request request, CardTexts texts) {
    String each =
        givenUp.of(request.id()).stream()
            .map(
                given ->
                    texts.of(
                        "requestCard.notReached.each",
                        "recipient",
                        names.of(given.address()),
                        "reason",
                        given.why().message()))
            .distinct()
            .collect(Collectors.joining(", "));
    return each.isEmpty()
        ? Optional.empty()
        : Optional.of(texts.fact("requestCard.notReached", each));
  }

  private static List<StageRow> stages(Request request, Operation<?> operation, CardTexts texts) {
    Stream<StageRow> own =
        request.progress().map(OperationProgress::stages).orElse(List.of()).stream()
            .map(stage -> new StageRow(stage.name(), word(stage, texts), tone(stage.status())));
    return Stream.of(
            SafetyFace.stages(request, operation, texts).stream(),
            own,
            FinOpsLateTexts.stage(request, texts).stream())
        .flatMap(stages -> stages)
        .toList();
  }

  private static String word(OperationStage stage, CardTexts texts) {
    return switch (stage.status()) {
      case WAITING -> texts.of("stage.notStarted");
      case RUNNING ->
          RUNS.contains(stage.serviceStatus().toLowerCase(Locale.ROOT))
              ? texts.of("stage.running")
              : stage.serviceStatus();
      case DONE -> ended("stage.done", stage, texts);
      case FAILED -> ended("stage.failed", stage, texts);
    };
  }

  /** With how long it took, where that is known. */
  private static String ended(String code, OperationStage stage, CardTexts texts) {
    return stage
        .startedAt()
        .flatMap(from -> stage.endedAt().map(to -> Duration.between(from, to)))
        .filter(took -> !took.isNegative())
        .map(took -> texts.of("stage.took", "state", Message.of(code), "duration", took))
        .orElseGet(() -> texts.of(code));
  }

  private static Tone tone(StageStatus standing) {
    return switch (standing) {
      case WAITING -> Tone.NEUTRAL;
      case RUNNING -> Tone.ONGOING;
      case DONE -> Tone.GOOD;
      case FAILED -> Tone.BAD;
    };
  }

  /** Leaving administration mode takes minutes; anything else can take hours. */
  private static Message running(Request request) {
    Optional<OperationProgress> progress = request.progress();
    Message status = AdminModeTexts.status(progress);
    return progress
        .filter(OperationProgress::unrecognized)
        .map(OperationProgress::serviceStatus)
        .map(word -> Message.of("progress.unrecognized", "status", word))
        .orElseGet(
            () ->
                request.details().spec().setsState()
                    ? status
                    : Message.of("progress.running", "status", status));
  }

  static Message approvals(Request request) {
    Message given =
        Message.of(
            "progress.approvals",
            "approvals",
            RequestTexts.approvals(request),
            "expires",
            request.terms().expiresAt());
    return request.approval().reopened().map(why -> why.then(given)).orElse(given);
  }

  private static String progress(Request request, CardTexts texts) {
    if (request.waitReason().isPresent()) {
      return texts.of(request.waitReason().get());
    }
    ApprovalTerms terms = request.terms();
    return switch (request.state()) {
      case AWAITING_APPROVAL -> texts.of(approvals(request));
      case APPROVED -> texts.of(StartTexts.progress(request));
      case SAFETY_BACKUP -> SafetyFace.progress(request).map(texts::of).orElse("");
      case STARTING -> texts.of("progress.starting");
      case RUNNING -> texts.of(running(request));
      case VERIFYING -> texts.of("progress.verifying");
      default -> "";
    };
  }
}
