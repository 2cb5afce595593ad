package dev.holdfast.request.store;

import dev.holdfast.request.RequestState;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repository of who waits for the start of a request, read without the requests themselves. */
@Repository
public class WaitingRequesters {

  private static final String NOT_STARTED =
      StateCondition.of(
          state ->
              !state.isClosed() && (!state.isExecuting() || state == RequestState.SAFETY_BACKUP));

  private final JdbcClient jdbc;

  WaitingRequesters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Their Entra object ids, each once.
   *
   * @param environmentId which their requests touch; empty for any
   */
  public List<String> on(Optional<String> environmentId) {
    return environmentId
        .map(
            id ->
                jdbc.sql(
                        """
                        select distinct requester_id from requests where %s and id in (
                          select request_id from request_environments
                          where active and environment_id = ?)
                        order by requester_id
                        """
                            .formatted(NOT_STARTED))
                    .param(id))
        .orElseGet(
            () ->
                jdbc.sql(
                    "select distinct requester_id from requests where %s order by requester_id"
                        .formatted(NOT_STARTED)))
        .query(String.class)
        .list();
  }
}
