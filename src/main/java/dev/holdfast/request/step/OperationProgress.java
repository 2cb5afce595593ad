package dev.holdfast.request.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the admin API's operation goes, as last seen.
 *
 * @param statusUrl where to look; empty when the service named no operation
 * @param operationId the service's id; empty until it was seen
 * @param serviceStatus the service's own word
 * @param stages the stages that the service listed, in its order
 * @param startedAt when the service took the order
 * @param seenAt when Holdfast last got an answer
 * @param statusSince since when the service says this word, as far as Holdfast has seen
 * @param unrecognized whether Holdfast doesn't know what the word means
 */
public record OperationProgress(
    Optional<String> statusUrl,
    Optional<String> operationId,
    String serviceStatus,
    List<OperationStage> stages,
    Instant startedAt,
    Instant seenAt,
    Optional<Instant> statusSince,
    boolean unrecognized) {

  /** As seen for the first time. */
  public OperationProgress(
      Optional<String> statusUrl,
      Optional<String> operationId,
      String serviceStatus,
      List<OperationStage> stages,
      Instant startedAt,
      Instant seenAt) {
    this(
        statusUrl,
        operationId,
        serviceStatus,
        stages,
        startedAt,
        seenAt,
        Optional.of(seenAt),
        false);
  }

  /** The same, with a word that Holdfast doesn't know. */
  public OperationProgress withUnrecognizedStatus() {
    return new OperationProgress(
        statusUrl, operationId, serviceStatus, stages, startedAt, seenAt, statusSince, true);
  }

  /** Seen once more; what was seen before says since when the word is the same. */
  public OperationProgress mergedWith(OperationProgress before) {
    Optional<Instant> since =
        serviceStatus.equals(before.serviceStatus)
            ? before.statusSince.or(() -> statusSince)
            : statusSince;
    List<OperationStage> timed =
        stages.stream().map(stage -> stage.mergedWith(before.stages, seenAt)).toList();
    return new OperationProgress(
        statusUrl, operationId, serviceStatus, timed, startedAt, seenAt, since, unrecognized);
  }

  /** As if it had just been seen for the first time: its patience begins anew. */
  public OperationProgress followedFrom(Instant now) {
    return new OperationProgress(
        statusUrl,
        operationId,
        serviceStatus,
        stages,
        startedAt,
        now,
        Optional.of(now),
        unrecognized);
  }

  /** Whether anything differs that a reader of the card would notice. */
  public boolean isSameAs(OperationProgress other) {
    return serviceStatus.equals(other.serviceStatus)
        && stages.size() == other.stages.size()
        && IntStream.range(0, stages.size())
            .allMatch(i -> stages.get(i).isSameAs(other.stages.get(i)))
        && operationId.equals(other.operationId);
  }
}
