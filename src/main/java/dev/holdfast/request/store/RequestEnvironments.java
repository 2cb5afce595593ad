package dev.holdfast.request.store;

import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentRole;
import dev.holdfast.request.step.EnvironmentUse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Repository of the environments that requests touch: a row for each use, so that a query by
 * environment reads one index range, however many requests there are.
 */
@Repository
class RequestEnvironments {

  /** A request may touch an environment in each role. */
  private static final int ROWS = EnvironmentRole.values().length;

  private final JdbcClient jdbc;

  RequestEnvironments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores the environments of a new request. */
  void add(Request request) {
    for (EnvironmentUse use : request.details().spec().environments()) {
      jdbc.sql(
              """
              insert into request_environments (request_id, environment_id, role, active)
              values (:request, :environment, :role, :active)
              """)
          .param("request", request.id().number())
          .param("environment", use.environment().id())
          .param("role", use.role().name())
          .param("active", isActive(request))
          .update();
    }
  }

  /** Keeps up with what a request may still do. */
  void update(Request request) {
    jdbc.sql(
            """
            update request_environments set active = :active
            where request_id = :request and active <> :active
            """)
        .param("active", isActive(request))
        .param("request", request.id().number())
        .update();
  }

  /** An unknown outcome may change the environments until somebody gives it up. */
  private static boolean isActive(Request request) {
    return !request.state().isClosed() || request.resolution().isNeeded();
  }

  /**
   * Requests that may still touch one of these environments, in their order. Some may be over: a
   * replica of an older version doesn't say so here.
   */
  List<Long> activeOn(Set<String> environmentIds) {
    Set<Long> found = new TreeSet<>();
    // One by one, because H2 doesn't use the index for several at once.
    for (String environmentId : environmentIds) {
      found.addAll(
          jdbc.sql(
                  "select request_id from request_environments where active and environment_id = ?")
              .param(environmentId)
              .query(Long.class)
              .list());
    }
    return List.copyOf(found);
  }

  /** The newest requests that touch an environment, newest first. */
  List<Long> newestOn(String environmentId, int limit) {
    return jdbc
        .sql(
            """
            select request_id from request_environments where environment_id = ?
            order by environment_id desc, request_id desc limit ?
            """)
        .params(environmentId, limit * ROWS)
        .query(Long.class)
        .list()
        .stream()
        .distinct()
        .limit(limit)
        .toList();
  }
}
