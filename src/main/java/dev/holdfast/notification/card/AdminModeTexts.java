package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.TargetAdminMode;
import dev.holdfast.request.TargetAdminMode.Leave;
import dev.holdfast.request.TargetAdminMode.Phase;
import dev.holdfast.request.followup.FollowUps.Obstacle;
import dev.holdfast.request.followup.FollowUps.Reason;
import dev.holdfast.request.step.OperationProgress;
import dev.holdfast.request.store.RequestSummary;
import java.util.Optional;

/** How administration mode on a request's target is put into words, here and in the chat. */
public final class AdminModeTexts {

  private static final String ENVIRONMENT = "environment";
  private static final String REQUEST = "request";

  private AdminModeTexts() {}

  /** Where it stands, and whose wish it was; stays true when the card stands long. */
  public static String sentence(Request request, CardTexts texts) {
    return (text(request, Optional.empty(), texts) + " " + by(request, texts)).strip();
  }

  /**
   * Where it stands.
   *
   * @param other the request that turns it off now; empty where its state isn't shown
   */
  static String text(Request request, Optional<Request> other, CardTexts texts) {
    return request
        .administrationMode()
        .map(mode -> texts.of(text(request, mode, other)))
        .orElseGet(() -> texts.of(about(request, "adminMode.notSeen")));
  }

  /** Why it can't be turned off for now; empty when nothing is in the way. */
  static Optional<Message> other(Request request, Obstacle inTheWay) {
    if (inTheWay.reason() == Reason.FINOPS_NOT_VERIFIED) {
      return Optional.of(about(request, "denial.finOpsNotVerified"));
    }
    String code =
        inTheWay.reason() == Reason.TARGET_IN_USE ? "adminMode.inUse" : "adminMode.usedSince";
    return inTheWay.other().map(other -> about(request, code).with(REQUEST, other.toString()));
  }

  /** Who had it left, or asked for that, and when; empty when nobody did. */
  static String by(Request request, CardTexts texts) {
    return request
        .administrationMode()
        .flatMap(TargetAdminMode::leave)
        .map(
            wish ->
                wish.ending()
                    .filter(end -> end.serviceStarted() && isLeft(request))
                    .map(end -> Message.of("adminMode.leftBy", "time", end.at()))
                    .orElseGet(() -> Message.of("adminMode.requestedBy", "time", wish.askedAt()))
                    .with("person", wish.by().name()))
        .map(texts::of)
        .orElse("");
  }

  private static boolean isLeft(Request request) {
    return request.administrationMode().filter(mode -> mode.phase() == Phase.LEFT).isPresent();
  }

  /** What a list of requests says of it, after the request's state; empty when nothing. */
  static Optional<Message> inShort(RequestSummary request) {
    return request
        .standing()
        .adminMode()
        .map(
            phase ->
                switch (phase) {
                  case ON -> Message.of("adminMode.short.on");
                  case ASKED, STARTING, RUNNING, VERIFYING -> Message.of("adminMode.short.leaving");
                  case LEFT -> Message.of("adminMode.short.left");
                });
  }

  private static Message text(Request request, TargetAdminMode mode, Optional<Request> other) {
    if (mode.leave().isEmpty()) {
      return seen(request, mode);
    }
    Leave wish = mode.leave().get();
    if (wish.ending().isEmpty()) {
      return about(request, "adminMode.leaving").with("progress", progress(wish, other));
    }
    Message outcome = wish.ending().get().message();
    return mode.phase() == Phase.LEFT
        ? outcome
        : about(request, "adminMode.failed").with("outcome", outcome);
  }

  private static Message progress(Leave wish, Optional<Request> other) {
    if (other.isPresent()) {
      return Message.of(
          "adminMode.leaving.request",
          REQUEST,
          other.get().id().toString(),
          "state",
          other.get().state().message());
    }
    return wish.request()
        .map(id -> Message.of("adminMode.leaving.see", REQUEST, id.toString()))
        .or(() -> wish.waitsFor().map(Message::plain))
        .orElseGet(() -> status(wish.progress()));
  }

  private static Message seen(Request request, TargetAdminMode mode) {
    Message background =
        mode.backgroundOperationsOn()
            .map(on -> Message.of(on ? "adminMode.background.on" : "adminMode.background.off"))
            .orElse(Message.of("adminMode.background.unknown"));
    if (request.state() == RequestState.SUCCEEDED) {
      return about(request, "adminMode.seenAtEnd").with("background", background);
    }
    String code = mode.leavable() ? "adminMode.seen" : "adminMode.seen.adminCenter";
    return about(request, code).with("time", mode.seenAt()).with("background", background);
  }

  /** What Power Platform last said of an operation. */
  static Message status(Optional<OperationProgress> progress) {
    return progress
        .map(OperationProgress::serviceStatus)
        .map(word -> Message.of("progress.status", "status", word))
        .orElse(Message.of("progress.status.none"));
  }

  private static Message about(Request request, String code) {
    return Message.of(code, ENVIRONMENT, RequestTexts.affected(request));
  }
}
