package dev.holdfast.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
 * @param unrecognized whether Holdfast doesn't know what the word means
 */
public record OperationProgress(
    Optional<String> statusUrl,
    Optional<String> operationId,
    String stateWord,
    List<Stage> stages,
    Instant startedAt,
    Instant seenAt,
    Optional<Instant> wordSince,
    boolean unrecognized) {

  /** As seen for the first time. */
  public OperationProgress(
      Optional<String> statusUrl,
      Optional<String> operationId,
      String stateWord,
      List<Stage> stages,
      Instant startedAt,
      Instant seenAt) {
    this(statusUrl, operationId, stateWord, stages, startedAt, seenAt, Optional.of(seenAt), false);
  }

  /** The same, with a word that Holdfast doesn't know. */
  public OperationProgress withUnrecognizedWord() {
    return new OperationProgress(
        statusUrl, operationId, stateWord, stages, startedAt, seenAt, wordSince, true);
  }

  /** Seen once more; what was seen before says since when the word is the same. */
  OperationProgress after(OperationProgress before) {
    Optional<Instant> since =
        stateWord.equals(before.stateWord) ? before.wordSince.or(() -> wordSince) : wordSince;
    List<Stage> timed = stages.stream().map(stage -> stage.after(before.stages, seenAt)).toList();
    return new OperationProgress(
        statusUrl, operationId, stateWord, timed, startedAt, seenAt, since, unrecognized);
  }

  /** As if it had just been seen for the first time: its patience begins anew. */
  OperationProgress followedFrom(Instant now) {
    return new OperationProgress(
        statusUrl, operationId, stateWord, stages, startedAt, now, Optional.of(now), unrecognized);
  }

  /**
   * One stage, with the service's own word for how it stands.
   *
   * @param startedAt as the service says, or else when it was first seen to have begun
   * @param endedAt the same of its end
   */
  public record Stage(
      String name,
      Standing standing,
      String word,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {

    /** Of which the service gives no times. */
    public Stage(String name, Standing standing, String word) {
      this(name, standing, word, Optional.empty(), Optional.empty());
    }

    private Stage after(List<Stage> before, Instant seenAt) {
      Optional<Stage> same = before.stream().filter(stage -> stage.name().equals(name)).findFirst();
      boolean ended = standing == Standing.DONE || standing == Standing.FAILED;
      Optional<Instant> started = startedAt.or(() -> same.flatMap(Stage::startedAt));
      Optional<Instant> over = endedAt.or(() -> same.flatMap(Stage::endedAt));
      return new Stage(
          name,
          standing,
          word,
          standing == Standing.WAITING || (ended && same.isEmpty())
              ? started
              : started.or(() -> Optional.of(seenAt)),
          ended ? over.or(() -> Optional.of(seenAt)) : Optional.empty());
    }

    private boolean looksLike(Stage other) {
      return name.equals(other.name) && standing == other.standing && word.equals(other.word);
    }
  }

  /** How far a stage is. */
  public enum Standing {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /** Whether anything differs that a reader of the card would notice. */
  boolean looksLike(OperationProgress other) {
    return stateWord.equals(other.stateWord)
        && stages.size() == other.stages.size()
        && IntStream.range(0, stages.size())
            .allMatch(i -> stages.get(i).looksLike(other.stages.get(i)))
        && operationId.equals(other.operationId);
  }
}
