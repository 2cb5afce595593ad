package dev.holdfast.notification.card;

import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.ExternalLink;
import dev.holdfast.card.view.ZonedTime;
import java.util.Optional;

/**
 * What a request is about.
 *
 * @param to the environment that is overwritten; empty for a backup
 * @param point the restore point; empty where there is none
 * @param pointName such as {@code manual backup “Before go-live”}; may be empty
 * @param ticket the page of its change ticket; empty where there is none
 */
public record RequestSubject(
    EnvironmentSummary from,
    Optional<EnvironmentSummary> to,
    Optional<ZonedTime> point,
    String pointName,
    Optional<ExternalLink> ticket) {

  /** Of a request without a page of a change ticket. */
  public RequestSubject(
      EnvironmentSummary from,
      Optional<EnvironmentSummary> to,
      Optional<ZonedTime> point,
      String pointName) {
    this(from, to, point, pointName, Optional.empty());
  }

  RequestSubject with(Optional<ExternalLink> page) {
    return new RequestSubject(from, to, point, pointName, page);
  }
}
