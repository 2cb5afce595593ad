package dev.holdfast.request;


import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/** The safety backup before a restore as it is stored. */
record SafetyBackupDocument(
    String label,
    SafetyBackup.Phase phase,
    Instant begunAt,
    @JsonProperty("intendedAt") Instant startCommittedAt,
    Optional<ProgressDocument> progress,
    @JsonProperty("kept") Optional<CreatedBackup> created) {

  static SafetyBackupDocument of(SafetyBackup backup) {
    return new SafetyBackupDocument(
        backup.label(),
        backup.phase(),
        backup.begunAt(),
        backup.intendedAt(),
        backup.progress().map(ProgressDocument::of),
        backup.kept());
  }

  SafetyBackup toSafetyBackup() {
    return new SafetyBackup(
        label,
        phase,
        begunAt,
        startCommittedAt,
        progress.map(ProgressDocument::toProgress),
        created);
  }
}
