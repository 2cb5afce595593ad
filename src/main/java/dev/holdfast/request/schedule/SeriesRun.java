package dev.holdfast.request.schedule;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One run of a series. Its request has it in place of a form's ID, which no two requests share: so
 * no run has two requests, whatever happens. People can't send such an ID.
 *
 * @param at when it's planned to start
 */
public record SeriesRun(SeriesId series, Instant at) {

  private static final String BETWEEN = "/";

  /** The series of a request; empty where it's no run of one. */
  public static Optional<SeriesRun> of(String draft) {
    int end = draft.indexOf(BETWEEN);
    if (end < 0) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.parse(draft.substring(end + 1));
      return SeriesId.parse(draft.substring(0, end)).map(series -> new SeriesRun(series, at));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As its request has it. */
  public String draft() {
    return series + BETWEEN + at;
  }
}
