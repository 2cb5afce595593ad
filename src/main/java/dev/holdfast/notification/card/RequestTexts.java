package dev.holdfast.notification.card;


import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.DecisionRow;
import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.card.view.Tone;
import dev.holdfast.card.view.ZonedTime;
import dev.holdfast.request.EnvironmentRef;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a request is put into words that several cards share, here and in the chat. */
public final class RequestTexts {

  private RequestTexts() {}

  /** How it stands, as a list of requests says it. */
  public static String standing(Request request) {
    return request.state().title()
        + request.queue().waitingFor().map(other -> " · waits for " + other).orElse("")
        + OutcomeResolutionTexts.inShort(request)
        + ModeWords.inShort(request);
  }

  static String kind(OperationSpec work) {
    return work instanceof OperationSpec.Restore ? "Restore" : "Backup";
  }

  public static EnvironmentSummary side(EnvironmentRef environment) {
    return new EnvironmentSummary(environment.displayName(), environment.details());
  }

  static Optional<EnvironmentSummary> target(OperationSpec work) {
    return work instanceof OperationSpec.Restore restore
        ? Optional.of(side(restore.target()))
        : Optional.empty();
  }

  static Optional<ZonedTime> point(OperationSpec work, ZoneId zone) {
    return work instanceof OperationSpec.Restore restore
        ? Optional.of(ZonedTime.of(DateTimeFormat.both(restore.point(), zone)))
        : Optional.empty();
  }

  static String pointName(OperationSpec work) {
    return work instanceof OperationSpec.Restore restore
        ? restore
            .backupLabel()
            .map(label -> "Manual backup “" + label + "”")
            .orElse("From the continuous backups")
        : "";
  }

  /** What was chosen besides source, target and instant. */
  public static List<Fact> options(OperationSpec work) {
    List<Fact> facts = new ArrayList<>(chosen(work));
    SafetyFace.plan(work).ifPresent(facts::add);
    return facts;
  }

  /** The same without what becomes of the safety backup. */
  static List<Fact> chosen(OperationSpec work) {
    List<Fact> facts = new ArrayList<>();
    if (work instanceof OperationSpec.Restore restore) {
      facts.add(
          new Fact(
              "Audit data",
              restore.skipAuditData() ? "left out" : "restored too, which takes longer"));
      if (!restore.keepsName()) {
        facts.add(new Fact("New name", restore.targetName()));
      }
      restore.securityGroupId().ifPresent(id -> facts.add(new Fact("Security group", id)));
    } else if (work instanceof OperationSpec.Backup backup) {
      facts.add(new Fact("Label", backup.label()));
      if (!backup.notes().isBlank()) {
        facts.add(new Fact("Notes", backup.notes()));
      }
    }
    return facts;
  }

  static List<DecisionRow> decisions(Request request, ZoneId zone) {
    return request.decisions().stream()
        .map(
            decision ->
                new DecisionRow(
                    decision.approves() ? Tone.GOOD : Tone.BAD,
                    decision.by().name(),
                    decision.approves() ? "approved" : "rejected",
                    DateTimeFormat.both(decision.at(), zone),
                    Optional.of(decision.comment()).filter(comment -> !comment.isBlank())))
        .toList();
  }

  /** {@code restore of Contoso UAT onto Contoso Dev}. */
  static String inShort(OperationSpec work) {
    return work instanceof OperationSpec.Restore restore
        ? "restore of " + restore.source().displayName() + " onto " + restore.target().displayName()
        : "backup of " + work.source().displayName();
  }

  public static Tone tone(RequestState state) {
    return switch (state) {
      case SUCCEEDED -> Tone.GOOD;
      case FAILED, REJECTED -> Tone.BAD;
      case AWAITING_APPROVAL, UNKNOWN, VOIDED -> Tone.ATTENTION;
      case APPROVED, SAFETY_BACKUP, STARTING, RUNNING, VERIFYING -> Tone.ONGOING;
      case CANCELLED, EXPIRED -> Tone.NEUTRAL;
    };
  }

  static Optional<ServiceErrorDetails> service(Request request) {
    boolean troubled =
        request.state() == RequestState.FAILED || request.state() == RequestState.UNKNOWN;
    return troubled ? service(request.outcome(), request.progress()) : Optional.empty();
  }

  /** The service's own words and ids for something that did not work. */
  static Optional<ServiceErrorDetails> service(
      Optional<Outcome> ending, Optional<OperationProgress> progress) {
    List<Fact> ids = new ArrayList<>();
    progress
        .flatMap(OperationProgress::operationId)
        .ifPresent(id -> ids.add(new Fact("Operation", id)));
    ending
        .flatMap(Outcome::correlationId)
        .filter(id -> ids.stream().noneMatch(f -> f.value().equals(id)))
        .ifPresent(id -> ids.add(new Fact("Correlation id", id)));
    String words = ending.flatMap(Outcome::serviceMessage).orElse("");
    return words.isEmpty() && ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServiceErrorDetails(words, ids));
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
