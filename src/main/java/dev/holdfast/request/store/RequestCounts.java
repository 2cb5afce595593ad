package dev.holdfast.request.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repository of how many requests are open, read without the requests themselves. */
@Repository
public class RequestCounts {

  private static final String OPEN = StateCondition.of(state -> !state.isClosed());

  private final JdbcClient jdbc;

  RequestCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of a person; what is carried out by parts counts once. */
  public int openOf(String requesterId) {
    return jdbc.sql(
            "select count(*) from requests where requester_id = ? and draft not like 'part-%' and "
                + OPEN)
        .param(requesterId)
        .query(Integer.class)
        .single();
  }

  /** On an environment, whatever they do with it. */
  public int openOn(String environmentId) {
    return jdbc.sql(
            "select count(*) from requests where "
                + OPEN
                + " and id in (select request_id from request_environments"
                + " where active and environment_id = ?)")
        .param(environmentId)
        .query(Integer.class)
        .single();
  }
}
