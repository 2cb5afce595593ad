package dev.holdfast.request.duration;

import dev.holdfast.request.store.RequestSummaries;

/** The durations of requests that a test makes up. */
public final class HistoryOfDurations {

  private HistoryOfDurations() {}

  public static OperationDurations of(RequestSummaries requests) {
    return new OperationDurations(requests);
  }
}
