package dev.holdfast.notification.card;

import dev.holdfast.approval.Permission;
import dev.holdfast.message.Message;
import dev.holdfast.operation.Operation;
import dev.holdfast.request.Request;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.diagnosis.RequestErrors;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.step.SafetyBackup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to do when a request has ended. */
final class NextStepsProvider {

  private static final String ENVIRONMENT = "environment";
  private static final String REQUEST = "request";

  private NextStepsProvider() {}

  /** For a message that stands apart from the request's card. */
  static List<Message> of(Request request, Operation<?> operation) {
    return of(request, operation, "nextStep.adminMode.onCard");
  }

  /**
   * For the request's own card, on which not everybody has the button.
   *
   * @param inTheWay why nobody can turn off administration mode; empty when it's possible
   */
  static List<Message> of(
      Request request, Operation<?> operation, ViewerContext reading, Optional<Message> inTheWay) {
    if (inTheWay.isPresent()) {
      return of(request, operation, "");
    }
    return of(request, operation, howToLeave(reading));
  }

  private static String howToLeave(ViewerContext reading) {
    if (reading.isEverybody()) {
      return "nextStep.adminMode.ownView";
    }
    return reading.may(Permission.LEAVE_ADMIN_MODE)
        ? "nextStep.adminMode.here"
        : "nextStep.adminMode.others";
  }

  /**
   * @param toLeave code of the message on how to turn off administration mode; empty for none
   */
  private static List<Message> of(Request request, Operation<?> operation, String toLeave) {
    List<Message> steps =
        operation.nextSteps(request).orElseGet(() -> general(request, operation, toLeave));
    return Stream.concat(steps.stream(), EmergencyTexts.nextSteps(request).stream()).toList();
  }

  private static List<Message> general(Request request, Operation<?> operation, String toLeave) {
    return switch (request.state()) {
      case SUCCEEDED ->
          operation.spec().overwrites()
              ? afterOverwriting(request, operation, toLeave)
              : operation.nextSteps();
      case FAILED ->
          request.outcome().filter(Outcome::serviceStarted).isPresent()
              ? afterFailure(request)
              : diagnosed(request, Message.of("nextStep.fix"));
      case UNKNOWN ->
          request.resolution().isNeeded()
              ? withUndo(
                  request,
                  diagnosed(
                      request,
                      about(request, "nextStep.unknown.operations"),
                      about(request, "nextStep.unknown.resolve").with(REQUEST, id(request))))
              : withUndo(request, diagnosed(request, Message.of("nextStep.unknown.submitAgain")));
      case VOIDED, EXPIRED, MISSED -> List.of(Message.of("nextStep.unchanged"));
      case REHEARSED -> List.of(Message.of("nextStep.rehearsed"));
      case REJECTED -> List.of(Message.of("nextStep.rejected"));
      case VERIFYING ->
          request.completed().isFinOpsLate() ? FinOpsLateTexts.nextSteps(request) : List.of();
      case AWAITING_APPROVAL, APPROVED, SAFETY_BACKUP, STARTING, RUNNING, CANCELLED -> List.of();
    };
  }

  /** What there is to do when administration mode was left. */
  static List<Message> afterLeaving(Request request) {
    boolean on =
        request.administrationMode().flatMap(TargetAdminMode::backgroundOperationsOn).orElse(false);
    return on ? List.of() : List.of(about(request, "nextStep.backgroundOperations"));
  }

  /** What there is to do when administration mode could not be left. */
  static List<Message> afterLeavingFailed(Request request) {
    boolean again = request.administrationMode().filter(TargetAdminMode::leavable).isPresent();
    return List.of(
        again
            ? about(request, "nextStep.adminMode.again").with(REQUEST, id(request))
            : about(request, "nextStep.adminMode.adminCenter"));
  }

  /** Rule R20, and what the type of operation has to say. */
  private static List<Message> afterOverwriting(
      Request request, Operation<?> operation, String toLeave) {
    List<Message> steps = new ArrayList<>(aboutTheMode(request, toLeave));
    steps.addAll(operation.nextSteps());
    return withUndo(request, steps);
  }

  private static List<Message> aboutTheMode(Request request, String toLeave) {
    if (request.administrationMode().isEmpty()) {
      return List.of(about(request, "nextStep.adminMode.perhaps"));
    }
    TargetAdminMode mode = request.administrationMode().get();
    return switch (mode.phase()) {
      case ON -> {
        if (mode.leave().isPresent()) {
          yield afterLeavingFailed(request);
        }
        yield toLeave.isEmpty() ? List.of() : List.of(toLeave(request, mode, toLeave));
      }
      case ASKED, STARTING, RUNNING, VERIFYING ->
          List.of(about(request, "nextStep.adminMode.wait"));
      case LEFT -> afterLeaving(request);
    };
  }

  private static Message toLeave(Request request, TargetAdminMode mode, String toLeave) {
    Message how =
        mode.leavable()
            ? Message.of(toLeave, REQUEST, id(request))
            : about(request, "nextStep.adminMode.thenAdminCenter");
    return about(request, "nextStep.adminMode.check").with("then", how);
  }

  /** Rule R25. */
  private static List<Message> afterFailure(Request request) {
    return withUndo(
        request,
        diagnosed(
            request,
            about(request, "nextStep.failed.check"),
            again(request),
            about(request, "nextStep.failed.twice"),
            Message.of("nextStep.failed.support")));
  }

  private static Message again(Request request) {
    Instant from = request.completed().restorableFrom();
    return RequestErrors.isTemporary(request)
        ? Message.of("nextStep.failed.temporary", "time", from, REQUEST, id(request))
        : Message.of("nextStep.failed.again", "time", from);
  }

  /** What is known of the service's error comes first. */
  static List<Message> diagnosed(Request request, Message... steps) {
    Stream<Message> known =
        RequestErrors.diagnosis(request).stream()
            .map(
                error ->
                    Message.of(
                        "nextStep.diagnosis",
                        "diagnosis",
                        error.diagnosis().message(),
                        "next",
                        error.diagnosis().next()));
    return Stream.concat(known, Stream.of(steps)).toList();
  }

  /** The same, and how to undo it where there is a safety backup. */
  private static List<Message> withUndo(Request request, List<Message> steps) {
    Stream<Message> undo =
        request.safetyBackup().flatMap(SafetyBackup::created).stream()
            .map(kept -> about(request, "nextStep.undo").with(REQUEST, id(request)));
    return Stream.concat(steps.stream(), undo).toList();
  }

  private static Message about(Request request, String code) {
    return Message.of(code, ENVIRONMENT, RequestTexts.affected(request));
  }

  private static String id(Request request) {
    return request.id().toString();
  }
}
