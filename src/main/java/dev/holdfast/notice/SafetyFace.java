package dev.holdfast.notice;

import dev.holdfast.card.Fact;
import dev.holdfast.card.StageLine;
import dev.holdfast.card.Times;
import dev.holdfast.card.Tone;
import dev.holdfast.request.Progress;
import dev.holdfast.request.Request;
import dev.holdfast.request.SafetyBackup;
import dev.holdfast.request.SafetyBackup.Kept;
import dev.holdfast.request.SafetyBackup.Phase;
import dev.holdfast.request.State;
import dev.holdfast.request.Work;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The safety backup, on the cards of a restore. */
final class SafetyFace {

  private static final String NAME = "Safety backup";

  private SafetyFace() {}

  /** What was decided of it; empty for a backup. */
  static Optional<Fact> plan(Work work) {
    return work instanceof Work.Restore restore
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
    if (backup.isPresent() && backup.get().kept().isPresent()) {
      Kept kept = backup.get().kept().get();
      return List.of(
          new Fact(NAME, "“" + backup.get().label() + "”, " + Times.both(kept.point(), zone)),
          new Fact(
              "Kept until",
              Times.both(kept.expiresAt(), zone)
                  + (kept.expiryStated() ? "" : ", reckoned: the service does not say")));
    }
    boolean neverTaken = request.state().closed() && backup.isPresent();
    return neverTaken
        ? List.of(new Fact(NAME, "not confirmed"))
        : plan(request.terms().work()).stream().toList();
  }

  /** What of it stands before the stages of the restore. */
  static List<StageLine> stages(Request request) {
    if (request.safetyBackup().isEmpty()) {
      return List.of();
    }
    SafetyBackup backup = request.safetyBackup().get();
    StageLine own = stage(backup, request.state().closed());
    return request.state() == State.SAFETY_BACKUP
        ? List.of(own, new StageLine("Restore", "not started", Tone.NEUTRAL))
        : List.of(own);
  }

  private static StageLine stage(SafetyBackup backup, boolean closed) {
    if (backup.phase() == Phase.TAKEN) {
      return new StageLine(NAME, "done", Tone.GOOD);
    }
    return closed
        ? new StageLine(NAME, "failed", Tone.BAD)
        : new StageLine(NAME, "running", Tone.ONGOING);
  }

  /** Where it stands, with instants that are still to be spelled out. */
  static String progress(Request request) {
    String name = request.terms().work().affected().displayName();
    SafetyBackup backup = request.safetyBackup().orElseThrow();
    return switch (backup.phase()) {
      case STARTING -> "Holdfast orders a backup of " + name + ", to have a way back.";
      case RUNNING ->
          "The service backs up "
              + name
              + ", to have a way back. It says: "
              + backup.progress().map(Progress::stateWord).orElse("nothing yet")
              + ".";
      case VERIFYING -> "Holdfast waits until the service lists the safety backup.";
      case TAKEN ->
          "%s is backed up. The service restores a backup only some time after it was made, so this one is usable at %s. Then the restore begins; until then it can be cancelled."
              .formatted(
                  name, backup.kept().orElseThrow().usableAt().truncatedTo(ChronoUnit.SECONDS));
    };
  }
}
