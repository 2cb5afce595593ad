package dev.holdfast.audit;

import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import java.time.Instant;
import java.util.Optional;

/**
 * What to search for; what is empty does not matter.
 *
 * @param environmentId source or target
 * @param since submitted at or after
 * @param until submitted before
 * @param before only requests older than this one: where a page begins
 */
public record RequestSearchCriteria(
    Optional<String> environmentId,
    Optional<Who> person,
    Optional<RequestState> state,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<RequestId> before) {

  /**
   * Somebody who asked or decided.
   *
   * @param name as it is shown, or its beginning in any case
   * @param id the Entra object id, where it is known: then the name does not count
   */
  public record Who(String name, Optional<String> id) {}
}
