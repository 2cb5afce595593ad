package dev.holdfast.series;

import dev.holdfast.approval.SeriesApproval;
import dev.holdfast.operation.repeat.Repetition.Occurrence;
import dev.holdfast.operation.repeat.SeriesSpec;
import dev.holdfast.request.Request;
import java.time.Instant;
import java.util.Optional;

/**
 * What was approved for a series.
 *
 * @param approval the request by which it was
 */
public record SeriesTerms(Request approval, SeriesSpec spec) {

  /**
   * @throws IllegalStateException if the request is no series
   */
  static SeriesTerms of(Request approval) {
    if (!(approval.details().spec() instanceof SeriesSpec spec)) {
      throw new IllegalStateException(approval.id() + " is no series.");
    }
    return new SeriesTerms(approval, spec);
  }

  Optional<Instant> nextAfter(Instant now) {
    return spec.times().after(now).map(Occurrence::at);
  }

  boolean isInForce(SeriesApproval approvals) {
    return approvals.isInForce(approval);
  }
}
