package dev.holdfast.audit;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.event.RequestEventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Repository of what {@link RequestSearch} searches, kept up to date in the transaction of each
 * event: a row for each environment of a request, for each person who did something to it, and for
 * each pair of them, all with the request's state.
 */
@Repository
public class HistoryIndex implements RequestEventListener {

  /** Stands for any environment or any person. */
  static final String ANY = "";

  private final JdbcClient jdbc;

  HistoryIndex(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    add(event);
    jdbc.sql(
            "update history_index set state = :state where request_id = :request and state <>"
                + " :state")
        .param("state", event.state().name())
        .param("request", event.request().number())
        .update();
  }

  /** Adds the rows that the request's environments and this person don't have yet. */
  private void add(RequestEvent event) {
    jdbc.sql(
            """
            insert into history_index (request_id, environment_id, person_id, state, created_at)
            select r.id, e.environment_id, p.person_id, r.state, r.created_at
            from requests r
            cross join (
              select '' as environment_id
              union select environment_id from request_environments where request_id = :request) e
            cross join (select '' as person_id union select cast(:who as varchar(128))) p
            where r.id = :request and (e.environment_id <> '' or p.person_id <> '')
            on conflict do nothing
            """)
        .param("request", event.request().number())
        .param("who", event.who().id())
        .update();
  }
}
