package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.card.view.Tone;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.environment.NameMarks;
import dev.holdfast.message.Message;
import dev.holdfast.notification.card.schedule.StartTexts;
import dev.holdfast.operation.Operation;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.diagnosis.RequestErrors;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.RequiredConsent;
import dev.holdfast.request.store.RequestSummary;
import dev.holdfast.request.verification.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a request is put into words that several cards share, here and in the chat. */
public final class RequestTexts {

  /** The rest is in the support details. */
  private static final int ERRORS_SHOWN = 2;

  private RequestTexts() {}

  /** How it stands, as a list of requests says it. */
  public static String standing(RequestSummary request, CardTexts texts) {
    return Stream.of(
            Optional.of(texts.of(request.state().title())),
            request
                .standing()
                .waitsFor()
                .map(other -> texts.of("requestCard.waitsFor", "request", other.toString())),
            StartTexts.inShort(request).map(texts::of),
            Optional.of(texts.of("finOpsLate.short"))
                .filter(late -> request.standing().finOpsLate()),
            OutcomeResolutionTexts.inShort(request).map(texts::of),
            EmergencyTexts.inShort(request).map(texts::of),
            AdminModeTexts.inShort(request).map(texts::of))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  /** Who submitted it. Of an application, cards say that it's one. */
  static String requester(Request request, CardTexts texts) {
    Person requester = request.details().requester();
    return requester.actsAsApplication()
        ? texts.of("requestCard.application", "name", requester.name())
        : requester.name();
  }

  static EnvironmentSummary side(EnvironmentRef environment) {
    return new EnvironmentSummary(
        NameMarks.shown(environment.displayName()), environment.details());
  }

  /** The environment that is read or, where there are several, how many and which. */
  static EnvironmentSummary from(OperationSpec spec) {
    if (!spec.hasParts()) {
      return side(spec.source());
    }
    List<String> names =
        spec.environments().stream()
            .map(use -> NameMarks.shown(use.environment().displayName()))
            .toList();
    return new EnvironmentSummary(
        CardTexts.SHARED.of("requestCard.environments", "count", names.size()),
        String.join(", ", names));
  }

  /** Every environment of what has parts, because each is approved; nothing otherwise. */
  static List<Fact> environments(OperationSpec spec, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    for (OperationSpec part : spec.parts("")) {
      EnvironmentRef one = part.affected();
      String details = one.details().isBlank() ? "" : " · " + one.details();
      facts.add(
          new Fact(
              texts.of("requestCard.environment", "position", facts.size() + 1),
              NameMarks.shown(one.displayName()) + details));
    }
    return facts;
  }

  /** The same in a list, by the first one. */
  public static String from(RequestSummary request, CardTexts texts) {
    String name = NameMarks.shown(request.source().displayName());
    int more = request.target().isPresent() ? 0 : request.environments().size() - 1;
    return more == 0
        ? name
        : texts.of("requestCard.environments.more", "environment", name, "count", more);
  }

  /** What the environment is called that a request changes or holds, as cards show it. */
  static String affected(Request request) {
    return NameMarks.shown(request.details().spec().affected().displayName());
  }

  /** The environment that gets what leaves another; empty where nothing leaves one. */
  static Optional<EnvironmentSummary> target(OperationSpec spec) {
    return spec.environments().stream().anyMatch(use -> use.role() == EnvironmentRole.DATA_LEAVES)
        ? Optional.of(side(spec.affected()))
        : Optional.empty();
  }

  static RequestSubject subject(Operation<?> operation, CardTexts texts) {
    OperationSpec spec = operation.spec();
    return new RequestSubject(
        from(spec),
        target(spec),
        operation.point().map(at -> ZonedTime.of(texts.at(at))),
        operation.pointName().map(texts::of).orElse(""));
  }

  /** How many approvals there are of those needed, for each consent that needs its own. */
  static Message approvals(Request request) {
    List<RequiredConsent> separate = request.terms().separate();
    if (separate.size() <= 1) {
      return Message.of(
          "approval.given",
          "given",
          request.approval().approvalCount(),
          "needed",
          request.terms().approvals());
    }
    return Message.of(
        "approval.givenOf",
        "approvals",
        separate.stream()
            .map(
                consent ->
                    Message.of(
                        "approval.givenFor",
                        "given",
                        request.approval().approvalCount(consent),
                        "needed",
                        consent.approvals(),
                        "environment",
                        NameMarks.shown(consent.environmentName()),
                        "role",
                        consent.role().message()))
            .toList());
  }

  /**
   * What it is, such as {@code Restore}; an emergency and a rehearsal are marked wherever that
   * stands.
   */
  static String kind(Request request, Operation<?> operation, CardTexts texts) {
    return texts.of(
        kind(operation.title(), request.emergency().isDeclared(), request.details().isRehearsal()));
  }

  /** The same in a list. */
  public static Message kind(Message title, boolean isEmergency, boolean isRehearsal) {
    Message kind = isEmergency ? Message.of("emergency.kind", "kind", title) : title;
    return isRehearsal ? Message.of("rehearsal.kind", "kind", kind) : kind;
  }

  static List<DecisionRow> decisions(Request request, CardTexts texts) {
    Stream<DecisionRow> reviewed = EmergencyTexts.review(request, texts).stream();
    return Stream.concat(decided(request, texts), reviewed).toList();
  }

  private static Stream<DecisionRow> decided(Request request, CardTexts texts) {
    return request.decisions().stream()
        .map(
            decision ->
                new DecisionRow(
                    tone(decision),
                    texts.of(decider(decision)),
                    texts.of(said(decision)),
                    texts.at(decision.at()),
                    Optional.of(decision.comment()).filter(comment -> !comment.isBlank())));
  }

  /** Who decided, and for whom. */
  public static Message decider(Decision decision) {
    return decision.actingFor().isEmpty()
        ? Message.plain(decision.by().name())
        : Message.of(
            "decision.by.for",
            "person",
            decision.by().name(),
            "approvers",
            decision.actingFor().stream().map(Person::name).toList());
  }

  private static Tone tone(Decision decision) {
    if (decision.withdrawnAt().isPresent()) {
      return Tone.NEUTRAL;
    }
    return decision.approves() ? Tone.GOOD : Tone.BAD;
  }

  private static Message said(Decision decision) {
    return decision
        .withdrawnAt()
        .map(at -> Message.of("decision.withdrawn", "time", at))
        .orElseGet(
            () -> Message.of(decision.approves() ? "decision.approved" : "decision.rejected"));
  }

  public static Tone tone(RequestSummary request) {
    return request.standing().finOpsLate() ? Tone.ATTENTION : tone(request.state());
  }

  public static Tone tone(RequestState state) {
    return switch (state) {
      case SUCCEEDED -> Tone.GOOD;
      case FAILED, REJECTED -> Tone.BAD;
      case AWAITING_APPROVAL, UNKNOWN, VOIDED, MISSED -> Tone.ATTENTION;
      case APPROVED, SAFETY_BACKUP, STARTING, RUNNING, VERIFYING -> Tone.ONGOING;
      case CANCELLED, EXPIRED, REHEARSED -> Tone.NEUTRAL;
    };
  }

  /** Whether it failed, or may have. */
  static boolean isTroubled(Request request) {
    return request.state() == RequestState.FAILED
        || request.state() == RequestState.UNKNOWN
        || request.completed().isFinOpsLate();
  }

  static Optional<ServiceErrorDetails> service(Request request, CardTexts texts) {
    List<String> errors =
        RequestErrors.of(request).stream().map(error -> words(error, texts)).toList();
    return isTroubled(request)
        ? service(request.outcome(), request.progress(), texts, errors)
        : Optional.empty();
  }

  /** With where the service says so, unless that is where it says what went wrong. */
  private static String words(ServiceError error, CardTexts texts) {
    return error.source() == ServiceError.Source.OPERATION_HISTORY
        ? texts.of("operation.history", "words", Message.plain(error.words()))
        : error.words();
  }

  /** The service's own words and ids for something that did not work. */
  static Optional<ServiceErrorDetails> service(
      Optional<Outcome> ending, Optional<OperationProgress> progress, CardTexts texts) {
    return service(ending, progress, texts, List.of());
  }

  private static Optional<ServiceErrorDetails> service(
      Optional<Outcome> ending,
      Optional<OperationProgress> progress,
      CardTexts texts,
      List<String> errors) {
    List<Fact> ids = new ArrayList<>();
    progress
        .flatMap(OperationProgress::operationId)
        .ifPresent(id -> ids.add(texts.fact("operation.id", id)));
    ending
        .flatMap(Outcome::correlationId)
        .filter(id -> ids.stream().noneMatch(f -> f.value().equals(id)))
        .ifPresent(id -> ids.add(texts.fact("operation.correlationId", id)));
    String words = ending.flatMap(Outcome::serviceMessage).orElse("");
    List<String> shown = errors.subList(0, Math.min(ERRORS_SHOWN, errors.size()));
    return words.isEmpty() && ids.isEmpty() && errors.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServiceErrorDetails(words, ids, shown, errors.size() - shown.size()));
  }

  static NotificationView.RequestLink link(Request request) {
    return new NotificationView.RequestLink(request.id().toString(), Optional.of(idOnly(request)));
  }

  static Map<String, String> idOnly(Request request) {
    return Map.of("requestId", request.id().toString());
  }

  static Map<String, String> idAndVersion(Request request) {
    return Map.of(
        "requestId", request.id().toString(),
        "version", Long.toString(request.version()),
        "digest", request.details().digest().hex());
  }
}
