package dev.holdfast.notification.card;

import dev.holdfast.card.DateTimeFormat;
import dev.holdfast.card.view.Fact;
import dev.holdfast.card.view.StageRow;
import dev.holdfast.card.view.Tone;
import dev.holdfast.request.CreatedBackup;
import dev.holdfast.request.OperationProgress;
import dev.holdfast.request.OperationSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.StepState;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The safety backup, on the cards of a restore. */
final class SafetyFace {

  private static final String NAME = "Safety backup";

  private SafetyFace() {}

  /** What was decided of it; empty for a backup. */
  static Optional<Fact> plan(OperationSpec work) {
    return work instanceof OperationSpec.Restore restore
        ? Optional.of(
            new Fact(
                NAME,
                restore.safetyBackup()
                    ? "of " + restore.target().displayName() + ", before it is overwritten"
                    : "none"))
        : Optional.empty();
  }

  /** What became of it, and until when it is kept. */
  static List<Fact> facts(Request request, ZoneId zone) {
    Optional<SafetyBackup> backup = request.safetyBackup();
    if (backup.isPresent() && backup.get().created().isPresent()) {
      CreatedBackup kept = backup.get().created().get();
      return List.of(
          new Fact(
              NAME, "“" + backup.get().label() + "”, " + DateTimeFormat.both(kept.point(), zone)),
          new Fact(
              "Kept until",
              DateTimeFormat.both(kept.expiresAt(), zone)
                  + (kept.expiryStated() ? "" : ", reckoned: the service does not say")));
    }
    boolean neverTaken = request.state().isClosed() && backup.isPresent();
    return neverTaken
        ? List.of(new Fact(NAME, "not confirmed"))
        : plan(request.details().spec()).stream().toList();
  }

  /** What of it stands before the stages of the restore. */
  static List<StageRow> stages(Request request) {
    if (request.safetyBackup().isEmpty()) {
      return List.of();
    }
    SafetyBackup backup = request.safetyBackup().get();
    StageRow own = stage(backup, request.state().isClosed());
    return request.state() == RequestState.SAFETY_BACKUP
        ? List.of(own, new StageRow("Restore", "not started", Tone.NEUTRAL))
        : List.of(own);
  }

  private static StageRow stage(SafetyBackup backup, boolean closed) {
    if (backup.state() == StepState.SUCCEEDED) {
      return new StageRow(NAME, "done", Tone.GOOD);
    }
    return closed
        ? new StageRow(NAME, "failed", Tone.BAD)
        : new StageRow(NAME, "running", Tone.ONGOING);
  }

  /** Where it stands, with instants that are still to be spelled out. */
  static String progress(Request request) {
    String name = request.details().spec().affected().displayName();
    SafetyBackup backup = request.safetyBackup().orElseThrow();
    return switch (backup.state()) {
      case PENDING, FAILED, UNKNOWN -> "";
      case STARTING -> "Holdfast orders a backup of " + name + ", to have a way back.";
      case RUNNING ->
          "The service backs up "
              + name
              + ", to have a way back. It says: "
              + backup.progress().map(OperationProgress::serviceStatus).orElse("nothing yet")
              + ".";
      case VERIFYING -> "Holdfast waits until the service lists the safety backup.";
      case SUCCEEDED ->
          "%s is backed up. The service restores a backup only some time after it was made, so this one is usable at %s. Then the restore begins; until then it can be cancelled."
              .formatted(
                  name, backup.created().orElseThrow().usableAt().truncatedTo(ChronoUnit.SECONDS));
    };
  }
}
