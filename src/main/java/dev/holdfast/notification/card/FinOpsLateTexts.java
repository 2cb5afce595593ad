package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.StageRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.verification.FinOpsActivity;
import java.util.List;
import java.util.Optional;

/**
 * What is said while the environment with Dataverse is overwritten and its finance and operations
 * apps don't run in time: nothing of it may look like a success.
 */
final class FinOpsLateTexts {

  private static final String ENVIRONMENT = "environment";

  private FinOpsLateTexts() {}

  /** At the head of the card. */
  static Message title(Request request) {
    return about(
            request,
            request.completed().finOps().silent() ? "finOpsLate.silent" : "finOpsLate.title")
        .with("kind", request.details().spec().kind());
  }

  /** Why, as it was seen last; how it ended if that was faster than the message. */
  static Message reason(Request request) {
    return request
        .waitReason()
        .or(() -> request.outcome().map(Outcome::message))
        .orElseGet(() -> title(request));
  }

  /** What the service does with the apps, while that's awaited and where it ended so. */
  static Optional<StageRow> stage(Request request, CardTexts texts) {
    boolean verifying = request.state() == RequestState.VERIFYING;
    return request
        .completed()
        .finOps()
        .activity()
        .filter(latest -> verifying || request.state() == RequestState.UNKNOWN)
        .map(
            latest ->
                new StageRow(
                    latest.name().isEmpty()
                        ? texts.of("target.finops")
                        : texts.of("finOps.stage", "name", Message.plain(latest.name())),
                    status(latest, texts),
                    verifying ? Tone.ONGOING : Tone.NEUTRAL));
  }

  private static String status(FinOpsActivity latest, CardTexts texts) {
    return latest
        .since()
        .map(
            at ->
                texts
                    .of("finOps.stage.since", "status", Message.plain(latest.status()), "time", at)
                    .strip())
        .orElse(latest.status());
  }

  static List<Message> nextSteps(Request request) {
    return NextStepsProvider.diagnosed(
        request,
        about(request, "nextStep.finOpsLate.wait"),
        Message.of("nextStep.finOpsLate.stop", "request", request.id().toString()),
        about(request, "nextStep.finOpsLate.history"),
        Message.of("nextStep.failed.support"));
  }

  private static Message about(Request request, String code) {
    return Message.of(code, ENVIRONMENT, RequestTexts.affected(request));
  }
}
