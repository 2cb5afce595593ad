package dev.holdfast.notice;

import dev.holdfast.card.Decision;
import dev.holdfast.card.Fact;
import dev.holdfast.card.Moment;
import dev.holdfast.card.ServiceWords;
import dev.holdfast.card.Side;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.request.Ending;
import dev.holdfast.request.EnvironmentName;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a request is put into words that several cards share, here and in the chat. */
public final class RequestWords {

  private RequestWords() {}

  /** How it stands, as a list of requests says it. */
  public static String standing(Request request) {
    return request.state().title()
        + request.waiting().behind().map(other -> " · waits for " + other).orElse("")
        + SettleWords.inShort(request)
        + ModeWords.inShort(request);
  }

  static String kind(Work work) {
    return work instanceof Work.Restore ? "Restore" : "Backup";
  }

  public static Side side(EnvironmentName environment) {
    return new Side(environment.displayName(), environment.details());
  }

  static Optional<Side> target(Work work) {
    return work instanceof Work.Restore restore
        ? Optional.of(side(restore.target()))
        : Optional.empty();
  }

  static Optional<Moment> point(Work work, ZoneId zone) {
    return work instanceof Work.Restore restore
        ? Optional.of(Moment.of(Times.both(restore.point(), zone)))
        : Optional.empty();
  }

  static String pointName(Work work) {
    return work instanceof Work.Restore restore
        ? restore
            .backupLabel()
            .map(label -> "Manual backup “" + label + "”")
            .orElse("From the continuous backups")
        : "";
  }

  /** What was chosen besides source, target and instant. */
  public static List<Fact> options(Work work) {
    List<Fact> facts = new ArrayList<>(chosen(work));
    SafetyFace.plan(work).ifPresent(facts::add);
    return facts;
  }

  /** The same without what becomes of the safety backup. */
  static List<Fact> chosen(Work work) {
    List<Fact> facts = new ArrayList<>();
    if (work instanceof Work.Restore restore) {
      facts.add(
          new Fact(
              "Audit data",
              restore.skipAuditData() ? "left out" : "restored too, which takes longer"));
      if (!restore.keepsName()) {
        facts.add(new Fact("New name", restore.targetName()));
      }
      restore.securityGroupId().ifPresent(id -> facts.add(new Fact("Security group", id)));
    } else if (work instanceof Work.Backup backup) {
      facts.add(new Fact("Label", backup.label()));
      if (!backup.notes().isBlank()) {
        facts.add(new Fact("Notes", backup.notes()));
      }
    }
    return facts;
  }

  static List<Decision> decisions(Request request, ZoneId zone) {
    return request.decisions().stream()
        .map(
            decision ->
                new Decision(
                    decision.approves() ? Tone.GOOD : Tone.BAD,
                    decision.by().name(),
                    decision.approves() ? "approved" : "rejected",
                    Times.both(decision.at(), zone),
                    Optional.of(decision.comment()).filter(comment -> !comment.isBlank())))
        .toList();
  }

  /** {@code restore of Contoso UAT onto Contoso Dev}. */
  static String inShort(Work work) {
    return work instanceof Work.Restore restore
        ? "restore of " + restore.source().displayName() + " onto " + restore.target().displayName()
        : "backup of " + work.source().displayName();
  }

  public static Tone tone(State state) {
    return switch (state) {
      case SUCCEEDED -> Tone.GOOD;
      case FAILED, REJECTED -> Tone.BAD;
      case AWAITING_APPROVAL, UNKNOWN, VOIDED -> Tone.ATTENTION;
      case APPROVED, SAFETY_BACKUP, STARTING, RUNNING, VERIFYING -> Tone.ONGOING;
      case CANCELLED, EXPIRED -> Tone.NEUTRAL;
    };
  }

  static Optional<ServiceWords> service(Request request) {
    boolean troubled = request.state() == State.FAILED || request.state() == State.UNKNOWN;
    return troubled ? service(request.ending(), request.progress()) : Optional.empty();
  }

  /** The service's own words and ids for something that did not work. */
  static Optional<ServiceWords> service(Optional<Ending> ending, Optional<Progress> progress) {
    List<Fact> ids = new ArrayList<>();
    progress.flatMap(Progress::operationId).ifPresent(id -> ids.add(new Fact("Operation", id)));
    ending
        .flatMap(Ending::correlationId)
        .filter(id -> ids.stream().noneMatch(f -> f.value().equals(id)))
        .ifPresent(id -> ids.add(new Fact("Correlation id", id)));
    String words = ending.flatMap(Ending::serviceWords).orElse("");
    return words.isEmpty() && ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServiceWords(words, ids));
  }

  static Map<String, String> idOnly(Request request) {
    return Map.of("requestId", request.id().toString());
  }

  static Map<String, String> idAndVersion(Request request) {
    return Map.of(
        "requestId", request.id().toString(),
        "version", Long.toString(request.version()),
        "digest", request.terms().digest().hex());
  }
}
