package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.notification.card.checklist.ChecklistMapper;
import dev.holdfast.notification.card.schedule.StartTexts;
import dev.holdfast.operation.Operation;
import dev.holdfast.request.Decision;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The message that says what happened. */
final class NotificationCardMapper {

  private NotificationCardMapper() {}

  static NotificationView view(
      Request request, Operation<?> operation, RequestEventType what, ZoneId zone) {
    OperationSpec work = request.details().spec();
    CardTexts texts = new CardTexts(zone);
    return new NotificationView(
        new NotificationView.Headline(
            texts.of(title(request, operation, what)),
            tone(request, operation, what),
            sentence(request, operation, what, texts)),
        Optional.of(RequestTexts.from(work)),
        RequestTexts.target(work),
        facts(request, operation, texts),
        texts.of(nextSteps(request, operation, what)),
        what == RequestEventType.APPROVED ? Optional.empty() : RequestTexts.service(request, texts),
        RequestTexts.link(request));
  }

  private static List<Message> nextSteps(
      Request request, Operation<?> operation, RequestEventType what) {
    return switch (what) {
      case APPROVED -> List.of();
      case CANCELLED -> List.of(Message.of("nextStep.unknown.submitAgain"));
      case CHECKLIST_REMINDED -> List.of(about(request, "nextStep.checklist"));
      default -> NextStepsProvider.of(request, operation);
    };
  }

  private static Message title(Request request, Operation<?> operation, RequestEventType what) {
    return switch (what) {
      case APPROVED -> about(request, "notification.title.approved");
      case REJECTED -> about(request, "notification.title.rejected");
      case REOPENED -> about(request, "notification.title.reopened");
      case ESCALATED -> about(request, "notification.title.escalated");
      case APPROVAL_WITHDRAWN -> about(request, "notification.title.withdrawn");
      case EXPIRED -> about(request, "notification.title.expired");
      case CANCELLED -> about(request, "notification.title.canceled");
      case VOIDED -> about(request, "notification.title.voided");
      case MISSED -> about(request, "notification.title.missed");
      case REHEARSED -> about(request, "notification.title.rehearsed");
      case SUCCEEDED -> operation.doneTitle();
      case FAILED -> operation.failedTitle();
      case FINANCE_AND_OPERATIONS_LATE -> FinOpsLateTexts.title(request);
      case CHECKLIST_REMINDED -> about(request, "notification.title.checklistOpen");
      default -> about(request, "notification.title.unknown");
    };
  }

  private static Message about(Request request, String code) {
    return Message.of(code, "request", request.id().toString());
  }

  private static String sentence(
      Request request, Operation<?> operation, RequestEventType what, CardTexts texts) {
    if (what == RequestEventType.APPROVED) {
      return texts.of(StartTexts.approved(request, approvers(request), operation.inShort()));
    }
    if (what == RequestEventType.REJECTED) {
      Decision last = request.decisions().get(request.decisions().size() - 1);
      return texts.of(
          "notification.rejected",
          "person",
          RequestTexts.decider(last),
          "operation",
          operation.inShort(),
          "comment",
          last.comment());
    }
    if (what == RequestEventType.CANCELLED) {
      return texts.of(
          "notification.canceled",
          "person",
          request.details().requester().name(),
          "operation",
          operation.inShort());
    }
    if (what == RequestEventType.ESCALATED) {
      return texts.of(WindowNoticeMapper.escalated(request));
    }
    if (what == RequestEventType.REOPENED || what == RequestEventType.APPROVAL_WITHDRAWN) {
      return texts.of(RequestCardMapper.approvals(request));
    }
    if (what == RequestEventType.FINANCE_AND_OPERATIONS_LATE) {
      return texts.of(FinOpsLateTexts.reason(request));
    }
    if (what == RequestEventType.CHECKLIST_REMINDED) {
      return texts.of(ChecklistMapper.open(request));
    }
    return request.outcome().map(Outcome::message).map(texts::of).orElse("");
  }

  /** Their approvals may have ended before this is told. */
  private static List<Message> approvers(Request request) {
    List<Message> inForce = deciders(request, Decision::isApprovalInForce);
    return inForce.isEmpty() ? deciders(request, Decision::approves) : inForce;
  }

  private static List<Message> deciders(Request request, Predicate<Decision> which) {
    return request.decisions().stream()
        .filter(which)
        .map(RequestTexts::decider)
        .distinct()
        .toList();
  }

  private static Tone tone(Request request, Operation<?> operation, RequestEventType what) {
    return switch (what) {
      case SUCCEEDED -> operation.needsAttention(request) ? Tone.ATTENTION : Tone.GOOD;
      case APPROVED -> Tone.GOOD;
      case FAILED, REJECTED -> Tone.BAD;
      case REHEARSED -> Tone.NEUTRAL;
      default -> Tone.ATTENTION;
    };
  }

  private static List<Fact> facts(Request request, Operation<?> operation, CardTexts texts) {
    List<Fact> facts = new ArrayList<>(EmergencyTexts.facts(request, texts));
    if (request.details().isRehearsal()) {
      facts.add(texts.fact("rehearsal.name", texts.of("rehearsal.nothingStarted")));
    }
    operation.point().map(at -> texts.fact("operation.point", texts.at(at))).ifPresent(facts::add);
    facts.add(texts.fact("requestCard.requestedBy", RequestTexts.requester(request, texts)));
    request
        .safetyBackup()
        .flatMap(SafetyBackup::created)
        .map(kept -> texts.fact("safetyBackup.name.until", texts.at(kept.expiresAt())))
        .ifPresent(facts::add);
    duration(request)
        .map(texts::duration)
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
