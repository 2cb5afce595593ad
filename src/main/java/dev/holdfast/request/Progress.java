package dev.holdfast.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the admin API's operation goes, as last seen.
 *
 * @param statusUrl where to look; empty when the service named no operation
 * @param operationId the service's id; empty until it was seen
 * @param stateWord the service's own word
 * @param stages the stages that the service listed, in its order
 * @param startedAt when the service took the order
 * @param seenAt when Holdfast last got an answer
 * @param wordSince since when the service says this word, as far as Holdfast has seen
 */
public record Progress(
    Optional<String> statusUrl,
    Optional<String> operationId,
    String stateWord,
    List<Stage> stages,
    Instant startedAt,
    Instant seenAt,
    Optional<Instant> wordSince) {

  /** As seen for the first time. */
  public Progress(
      Optional<String> statusUrl,
      Optional<String> operationId,
      String stateWord,
      List<Stage> stages,
      Instant startedAt,
      Instant seenAt) {
    this(statusUrl, operationId, stateWord, stages, startedAt, seenAt, Optional.of(seenAt));
  }

  /** Seen once more; what was seen before says since when the word is the same. */
  Progress after(Progress before) {
    Optional<Instant> since =
        stateWord.equals(before.stateWord) ? before.wordSince.or(() -> wordSince) : wordSince;
    return new Progress(statusUrl, operationId, stateWord, stages, startedAt, seenAt, since);
  }

  /** As if it had just been seen for the first time: its patience begins anew. */
  Progress followedFrom(Instant now) {
    return new Progress(statusUrl, operationId, stateWord, stages, startedAt, now);
  }

  /** One stage, with the service's own word for how it stands. */
  public record Stage(String name, Standing standing, String word) {}

  /** How far a stage is. */
  public enum Standing {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /** Whether anything differs that a reader of the card would notice. */
  boolean looksLike(Progress other) {
    return stateWord.equals(other.stateWord)
        && stages.equals(other.stages)
        && operationId.equals(other.operationId);
  }
}
