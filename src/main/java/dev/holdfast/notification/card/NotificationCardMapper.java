package dev.holdfast.notification.card;


import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.Decision;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Outcome;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.SafetyBackup;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message that says what happened. */
final class NotificationCardMapper {

  private NotificationCardMapper() {}

  static NotificationView view(Request request, RequestEventType what, ZoneId zone) {
    OperationSpec work = request.details().spec();
    return new NotificationView(
        title(request, what),
        tone(what),
        DateTimeFormat.spelledOut(sentence(request, what), zone),
        Optional.of(RequestTexts.side(work.source())),
        RequestTexts.target(work),
        facts(request, zone),
        what == RequestEventType.APPROVED
            ? List.of()
            : NextStepsProvider.of(request).stream()
                .map(step -> DateTimeFormat.spelledOut(step, zone))
                .toList(),
        what == RequestEventType.APPROVED ? Optional.empty() : RequestTexts.service(request),
        request.id().toString(),
        Optional.of(RequestTexts.idOnly(request)));
  }

  private static String title(Request request, RequestEventType what) {
    OperationSpec work = request.details().spec();
    String name = work.affected().displayName();
    boolean restore = work instanceof OperationSpec.Restore;
    return switch (what) {
      case APPROVED -> request.id() + " is approved";
      case REJECTED -> request.id() + " was rejected";
      case EXPIRED -> request.id() + " expired";
      case VOIDED -> request.id() + " was not started";
      case SUCCEEDED -> restore ? name + " is restored" : name + " is backed up";
      case FAILED -> (restore ? "The restore of " : "The backup of ") + name + " failed";
      default -> "How " + request.id() + " ended is not known";
    };
  }

  private static String sentence(Request request, RequestEventType what) {
    if (what == RequestEventType.APPROVED) {
      List<String> names =
          request.decisions().stream().map(decision -> decision.by().name()).toList();
      return String.join(" and ", names)
          + " approved the "
          + RequestTexts.inShort(request.details().spec())
          + (request.details().spec() instanceof OperationSpec.Restore restore
                  && restore.safetyBackup()
              ? ". Holdfast takes a safety backup first, then starts it."
              : ". Holdfast starts it now.");
    }
    if (what == RequestEventType.REJECTED) {
      Decision last = request.decisions().get(request.decisions().size() - 1);
      return last.by().name()
          + " rejected the "
          + RequestTexts.inShort(request.details().spec())
          + ": "
          + last.comment();
    }
    return request.outcome().map(Outcome::message).orElse("");
  }

  private static Tone tone(RequestEventType what) {
    return switch (what) {
      case SUCCEEDED, APPROVED -> Tone.GOOD;
      case FAILED, REJECTED -> Tone.BAD;
      default -> Tone.ATTENTION;
    };
  }

  private static List<Fact> facts(Request request, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    if (request.details().spec() instanceof OperationSpec.Restore restore) {
      facts.add(new Fact("Restore point", DateTimeFormat.both(restore.point(), zone)));
    }
    facts.add(new Fact("Asked by", request.details().requester().name()));
    request
        .safetyBackup()
        .flatMap(SafetyBackup::created)
        .map(kept -> new Fact("Safety backup until", DateTimeFormat.both(kept.expiresAt(), zone)))
        .ifPresent(facts::add);
    request
        .outcome()
        .ifPresent(
            ending ->
                request
                    .progress()
                    .map(OperationProgress::startedAt)
                    .ifPresent(
                        at ->
                            facts.add(
                                new Fact(
                                    "Took",
                                    DateTimeFormat.duration(Duration.between(at, ending.at()))))));
    return facts;
  }
}
