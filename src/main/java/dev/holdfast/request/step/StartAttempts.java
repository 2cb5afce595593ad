package dev.holdfast.request.step;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of one start whose fate is open.
 *
 * @param since when the intent to make the first was committed
 * @param made how often it was called
 * @param shownNothing how often since the last call the service was read to show nothing of it
 * @param operationsBefore the IDs of all operations that the service listed for the environment
 *     before the first call: none of them is ours. Empty where that isn't known, as in what was
 *     stored before this was kept; then no operation is taken for ours
 * @param flavor which admin API listed them, and is called; empty where only one is used, and in
 *     what was stored before that was kept
 * @param answerLostAt when the last call ended without an answer. Empty while it may still be on
 *     its way, for example after a crash
 */
public record StartAttempts(
    Instant since,
    int made,
    int shownNothing,
    Optional<Set<String>> operationsBefore,
    Optional<String> flavor,
    Optional<Instant> answerLostAt) {

  public static StartAttempts first(Instant now) {
    return new StartAttempts(now, 1, 0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The first of which it's known what the service listed before. */
  public static StartAttempts first(
      Instant now, Set<String> operationsBefore, Optional<String> flavor) {
    return new StartAttempts(now, 1, 0, Optional.of(operationsBefore), flavor, Optional.empty());
  }

  /** What the first call may have begun is listed late, so what was listed before it stays. */
  StartAttempts again() {
    return new StartAttempts(since, made + 1, 0, operationsBefore, flavor, Optional.empty());
  }

  StartAttempts nothingShown() {
    return new StartAttempts(since, made, shownNothing + 1, operationsBefore, flavor, answerLostAt);
  }

  StartAttempts answerLost(Instant now) {
    return new StartAttempts(since, made, shownNothing, operationsBefore, flavor, Optional.of(now));
  }
}
