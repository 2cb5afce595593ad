package dev.holdfast.notification.card;

import dev.holdfast.card.CardTexts;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.StageRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.message.Message;
import dev.holdfast.operation.Operation;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.CreatedBackup;
import dev.holdfast.request.step.SafetyBackup;
import dev.holdfast.request.step.StepState;
import java.util.List;
import java.util.Optional;

/** The safety backup, on the cards of what overwrites an environment. */
final class SafetyFace {

  private SafetyFace() {}

  /** What became of it, and until when it is kept. */
  static List<Fact> facts(Request request, Operation<?> operation, CardTexts texts) {
    Optional<SafetyBackup> backup = request.safetyBackup();
    if (backup.isPresent() && backup.get().created().isPresent()) {
      CreatedBackup kept = backup.get().created().get();
      return List.of(
          texts.fact(
              "safetyBackup.name",
              texts.of("safetyBackup.kept", "label", backup.get().label(), "time", kept.point())),
          texts.fact(
              "safetyBackup.until",
              kept.expiryStated()
                  ? texts.at(kept.expiresAt())
                  : texts.of("safetyBackup.until.estimated", "time", kept.expiresAt())));
    }
    boolean neverTaken = request.state().isClosed() && backup.isPresent();
    return neverTaken
        ? List.of(texts.fact("safetyBackup.name", texts.of("safetyBackup.notConfirmed")))
        : operation.safetyBackup(texts).stream().toList();
  }

  /** What of it stands before the stages of the operation. */
  static List<StageRow> stages(Request request, Operation<?> operation, CardTexts texts) {
    if (request.safetyBackup().isEmpty()) {
      return List.of();
    }
    SafetyBackup backup = request.safetyBackup().get();
    StageRow own = stage(backup, request.state().isClosed(), texts);
    return request.state() == RequestState.SAFETY_BACKUP
        ? List.of(
            own,
            new StageRow(texts.of(operation.title()), texts.of("stage.notStarted"), Tone.NEUTRAL))
        : List.of(own);
  }

  private static StageRow stage(SafetyBackup backup, boolean closed, CardTexts texts) {
    String name = texts.of("safetyBackup.name");
    if (backup.state() == StepState.SUCCEEDED) {
      return new StageRow(name, texts.of("stage.done"), Tone.GOOD);
    }
    return closed
        ? new StageRow(name, texts.of("stage.failed"), Tone.BAD)
        : new StageRow(name, texts.of("stage.running"), Tone.ONGOING);
  }

  /** Where it stands. */
  static Optional<Message> progress(Request request) {
    SafetyBackup backup = request.safetyBackup().orElseThrow();
    return switch (backup.state()) {
      case PENDING, FAILED, UNKNOWN -> Optional.empty();
      case STARTING -> Optional.of(about(request, "safetyBackup.progress.starting"));
      case RUNNING ->
          Optional.of(
              about(request, "safetyBackup.progress.running")
                  .with("status", AdminModeTexts.status(backup.progress())));
      case VERIFYING -> Optional.of(Message.of("safetyBackup.progress.verifying"));
      case SUCCEEDED ->
          Optional.of(
              about(request, "safetyBackup.progress.taken")
                  .with("time", backup.created().orElseThrow().usableAt()));
    };
  }

  private static Message about(Request request, String code) {
    return Message.of(code, "environment", RequestTexts.affected(request));
  }
}
