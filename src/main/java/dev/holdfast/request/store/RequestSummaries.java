package dev.holdfast.request.store;

import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/**
 * Repository of what lists show. It reads a request as a whole only where an earlier version wrote
 * it last.
 */
@Repository
public class RequestSummaries {

  private static final Logger log = LoggerFactory.getLogger(RequestSummaries.class);

  private final JdbcClient jdbc;
  private final RequestEnvironments environments;
  private final RequestRowMapper rows;

  RequestSummaries(JdbcClient jdbc, RequestEnvironments environments, RequestRowMapper rows) {
    this.jdbc = jdbc;
    this.environments = environments;
    this.rows = rows;
  }

  /**
   * The newest requests in one of these states; of those with an unknown outcome, only those that
   * nobody has given up.
   *
   * @param before only requests older than this one
   */
  public List<RequestId> newest(Set<RequestState> states, Optional<RequestId> before, int limit) {
    // One index range for each state: a single range over all of them isn't in the order of the
    // ids.
    String ranges =
        states.stream()
            .sorted()
            .map(RequestSummaries::range)
            .collect(Collectors.joining(") union all (", "select id from ((", ")) each_state"));
    return jdbc.sql(ranges + " order by id desc limit :limit")
        .param("before", before.map(RequestId::number).orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, number) -> new RequestId(row.getLong("id")))
        .list();
  }

  private static String range(RequestState state) {
    String active =
        state == RequestState.UNKNOWN
            ? "and exists (select 1 from request_environments e where e.request_id = requests.id"
                + " and e.active) "
            : "";
    return "select id from requests where state = '%s' and id < :before %sorder by state desc, id desc limit :limit"
        .formatted(state.name(), active);
  }

  /** The newest requests that read or change an environment. */
  public List<RequestSummary> newestOn(String environmentId, int limit) {
    return of(environments.newestOn(environmentId, limit).stream().map(RequestId::new).toList());
  }

  /** The newest requests that succeeded. */
  public List<RequestSummary> newestSucceeded(int limit) {
    return of(newest(Set.of(RequestState.SUCCEEDED), Optional.empty(), limit));
  }

  /** These requests, newest first, as far as this version can read them. */
  public List<RequestSummary> of(Collection<RequestId> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc
            .sql(
                """
                select id, state, summary,
                  case when summary_version = version then null else body end as body
                from requests where id in (:ids) order by id desc
                """)
            .param("ids", ids.stream().map(RequestId::number).toList())
            .query(this::read)
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
  }

  private Optional<RequestSummary> read(ResultSet row, int number) throws SQLException {
    if (row.getString("body") != null) {
      return rows.readable(row, number).map(RequestSummary::of);
    }
    RequestId id = new RequestId(row.getLong("id"));
    try {
      RequestState state = RequestState.valueOf(row.getString("state"));
      return Optional.of(RequestSummaryDocument.read(id, state, row.getString("summary")));
    } catch (JacksonException | IllegalArgumentException e) {
      log.info("{} was written by a newer version. It is left out of the list.", id);
      return Optional.empty();
    }
  }
}
