package dev.holdfast.request;


import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that there is to know of a request at one moment; a request is stored and read as one. */
record RequestSnapshot(
    RequestDetails details,
    RequestState state,
    long version,
    List<Decision> decisions,
    Waiting waiting,
    Calls calls,
    End end,
    Target target) {

  /** Why it doesn't go on at the moment. */
  record Waiting(
      Optional<String> reason,
      Optional<QueuePosition> position,
      Optional<UnresponsivePeriod> silence) {}

  /** What was called. */
  record Calls(
      Optional<Instant> startCommittedAt,
      Optional<StartAttempts> attempts,
      Optional<OperationProgress> progress,
      Optional<Instant> verificationStartedAt,
      Optional<SafetyBackup> safetyBackup) {}

  /** How it ended, and what people said about that. */
  record End(
      Optional<Outcome> outcome, Optional<UnknownOutcome> unknown, List<Resolution> resolutions) {}

  /** What was seen of the target afterwards. */
  record Target(Optional<TargetAdminMode> adminMode, Optional<TargetObservation> observation) {}
}
