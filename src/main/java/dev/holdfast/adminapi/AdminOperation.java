package dev.holdfast.adminapi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A lifecycle operation of the admin API.
 *
 * @param type such as {@code Restore}, {@code Backup}, {@code Copy}; as it came
 */
public record AdminOperation(
    OperationLocator ref,
    String id,
    String type,
    Progress progress,
    Optional<Instant> createdAt,
    Optional<Instant> lastActionAt,
    Optional<Principal> requestedBy) {

  /** One of which nothing can be read but that it is there. */
  public static AdminOperation unreadable(OperationLocator ref) {
    return new AdminOperation(
        ref,
        "",
        "",
        new Progress(State.UNKNOWN, "", List.of(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * How far it has come.
   *
   * @param stateWord the service's own word for {@code state}
   * @param error what went wrong; may be missing even when the operation failed
   */
  public record Progress(
      State state, String stateWord, List<Stage> stages, Optional<Fault> error) {}

  public State state() {
    return progress.state();
  }

  public String stateWord() {
    return progress.stateWord();
  }

  public List<Stage> stages() {
    return progress.stages();
  }

  public Optional<Fault> error() {
    return progress.error();
  }

  /** Whether more can be read of it than that it is there. */
  public boolean readable() {
    return !stateWord().isEmpty();
  }

  /** What Holdfast makes of the service's word. */
  public enum State {
    NOT_STARTED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** It is over, and its word is none from which Holdfast can tell how, such as Cancelled. */
    ENDED,
    /** A word that Holdfast does not know: shown as it is, and followed further. */
    UNKNOWN;

    public boolean ended() {
      return this == SUCCEEDED || this == FAILED || this == ENDED;
    }

    /** What an undocumented word says: that the operation is over, or nothing. */
    public static State ofUnknown(String word) {
      return FinalStatusDetector.sayOver(word) ? ENDED : UNKNOWN;
    }
  }

  /**
   * One stage, such as Validate, Prepare, Run or Finalize, with the service's own word for its
   * state.
   */
  public record Stage(
      String name,
      State state,
      String stateWord,
      Optional<Instant> startedAt,
      Optional<Instant> lastActionAt) {}

  /** Who asked the service for it. */
  public record Principal(String id, String displayName, String type) {}

  /** The service's own words for a failure. */
  public record Fault(String code, String message) {

    /** Such as {@code RestoreFailed: The target is locked.}; as much of it as there is. */
    public String words() {
      return Stream.of(code, message)
          .filter(word -> !word.isBlank())
          .collect(Collectors.joining(": "));
    }
  }
}
