package dev.holdfast.notification.card;

import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
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
    CardTexts texts = new CardTexts(zone);
    return new NotificationView(
        texts.of(title(request, what)),
        tone(what),
        sentence(request, what, texts),
        Optional.of(RequestTexts.side(work.source())),
        RequestTexts.target(work),
        facts(request, texts),
        what == RequestEventType.APPROVED ? List.of() : texts.of(NextStepsProvider.of(request)),
        what == RequestEventType.APPROVED ? Optional.empty() : RequestTexts.service(request, texts),
        request.id().toString(),
        Optional.of(RequestTexts.idOnly(request)));
  }

  private static Message title(Request request, RequestEventType what) {
    OperationSpec work = request.details().spec();
    boolean restore = work instanceof OperationSpec.Restore;
    return switch (what) {
      case APPROVED -> about(request, "notification.title.approved");
      case REJECTED -> about(request, "notification.title.rejected");
      case EXPIRED -> about(request, "notification.title.expired");
      case VOIDED -> about(request, "notification.title.voided");
      case SUCCEEDED ->
          about(work, restore ? "notification.title.restored" : "notification.title.backedUp");
      case FAILED ->
          about(
              work,
              restore ? "notification.title.restoreFailed" : "notification.title.backupFailed");
      default -> about(request, "notification.title.unknown");
    };
  }

  private static Message about(Request request, String code) {
    return Message.of(code, "request", request.id().toString());
  }

  private static Message about(OperationSpec work, String code) {
    return Message.of(code, "environment", work.affected().displayName());
  }

  private static String sentence(Request request, RequestEventType what, CardTexts texts) {
    OperationSpec work = request.details().spec();
    if (what == RequestEventType.APPROVED) {
      boolean backupFirst = work instanceof OperationSpec.Restore restore && restore.safetyBackup();
      return texts.of(
          backupFirst ? "notification.approved.backupFirst" : "notification.approved",
          "people",
          approvers(request),
          "operation",
          RequestTexts.inShort(work));
    }
    if (what == RequestEventType.REJECTED) {
      Decision last = request.decisions().get(request.decisions().size() - 1);
      return texts.of(
          "notification.rejected",
          "person",
          last.by().name(),
          "operation",
          RequestTexts.inShort(work),
          "comment",
          texts.stored(last.comment()));
    }
    return request.outcome().map(Outcome::message).map(texts::stored).orElse("");
  }

  /** All of them: {@code A}, {@code A and B}, {@code A, B, and C}. */
  private static Message approvers(Request request) {
    List<String> names =
        request.decisions().stream().map(decision -> decision.by().name()).toList();
    int last = names.size() - 1;
    return last < 1
        ? Message.of("list.one", "first", String.join("", names))
        : Message.of(
            last == 1 ? "list.two" : "list.more",
            "first",
            String.join(", ", names.subList(0, last)),
            "last",
            names.get(last));
  }

  private static Tone tone(RequestEventType what) {
    return switch (what) {
      case SUCCEEDED, APPROVED -> Tone.GOOD;
      case FAILED, REJECTED -> Tone.BAD;
      default -> Tone.ATTENTION;
    };
  }

  private static List<Fact> facts(Request request, CardTexts texts) {
    List<Fact> facts = new ArrayList<>();
    if (request.details().spec() instanceof OperationSpec.Restore restore) {
      facts.add(texts.fact("operation.point", texts.at(restore.point())));
    }
    facts.add(texts.fact("requestCard.requestedBy", request.details().requester().name()));
    request
        .safetyBackup()
        .flatMap(SafetyBackup::created)
        .map(kept -> texts.fact("safetyBackup.name.until", texts.at(kept.expiresAt())))
        .ifPresent(facts::add);
    duration(request)
        .map(DateTimeFormat::duration)
        .ifPresent(took -> facts.add(texts.fact("requestCard.duration", took)));
    return facts;
  }

  private static Optional<Duration> duration(Request request) {
    return request
        .progress()
        .map(OperationProgress::startedAt)
        .flatMap(at -> request.outcome().map(ending -> Duration.between(at, ending.at())));
  }
}
