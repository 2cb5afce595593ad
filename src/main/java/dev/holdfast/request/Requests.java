package dev.holdfast.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of requests. Each change is saved together with its event, and the event is published
 * inside the same transaction: what listeners write stands or falls with it.
 */
@Repository
public class Requests {

  private static final List<String> OPEN =
      Arrays.stream(State.values()).filter(s -> !s.closed()).map(State::name).toList();

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final JsonMapper json = JsonMapper.builder().build();

  Requests(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** A number that no request has or will have. */
  public RequestId nextId() {
    return new RequestId(jdbc.sql("select nextval('request_number')").query(Long.class).single());
  }

  /**
   * Stores a new request.
   *
   * @throws org.springframework.dao.DuplicateKeyException when its draft was submitted before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Request request, RequestEvent event) {
    Terms terms = request.terms();
    jdbc.sql(
            """
            insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body)
            values (:id, :draft, :state, :version, :source, :affected, :requester, :at, :at, :body)
            """)
        .param("id", request.id().number())
        .param("draft", terms.draft())
        .param("state", request.state().name())
        .param("version", request.version())
        .param("source", terms.work().source().id())
        .param("affected", terms.work().affected().id())
        .param("requester", terms.requester().id())
        .param("at", utc(event.at()))
        .param("body", json.writeValueAsString(request.body()))
        .update();
    events.publishEvent(event);
  }

  /**
   * Stores a change that raised the version by one.
   *
   * @throws LostRaceException when somebody else was first
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void save(Request request, RequestEvent event) {
    store(request, request.version() - 1, event.at());
    events.publishEvent(event);
  }

  /** Stores what no reader of a card would notice, such as when the operation was last seen. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void touch(Request request, Instant now) {
    store(request, request.version(), now);
  }

  private void store(Request request, long expected, Instant now) {
    int rows =
        jdbc.sql(
                """
                update requests set state = :state, version = :version, updated_at = :at, body = :body
                where id = :id and version = :expected
                """)
            .param("state", request.state().name())
            .param("version", request.version())
            .param("at", utc(now))
            .param("body", json.writeValueAsString(request.body()))
            .param("id", request.id().number())
            .param("expected", expected)
            .update();
    if (rows == 0) {
      throw new LostRaceException(request.id(), expected);
    }
  }

  public Optional<Request> find(RequestId id) {
    return jdbc.sql("select id, body from requests where id = ?")
        .param(id.number())
        .query(this::read)
        .optional();
  }

  /** The request that came from a form, if that was submitted. */
  public Optional<Request> findByDraft(String draft) {
    return jdbc.sql("select id, body from requests where draft = ?")
        .param(draft)
        .query(this::read)
        .optional();
  }

  /** Requests that are not closed, newest first. */
  public List<Request> open() {
    return jdbc.sql("select id, body from requests where state in (:open) order by id desc")
        .param("open", OPEN)
        .query(this::read)
        .list();
  }

  /**
   * Requests that read or change one of these environments and are not closed, or whose outcome is
   * unknown; oldest first.
   */
  public List<Request> openOn(Set<String> environmentIds) {
    return jdbc.sql(
            """
            select id, body from requests
            where (source_id in (:environments) or affected_id in (:environments))
              and (state in (:open) or state = 'UNKNOWN')
            order by id
            """)
        .param("environments", environmentIds)
        .param("open", OPEN)
        .query(this::read)
        .list();
  }

  /** The newest requests, or the newest that read or change an environment. */
  public List<Request> recent(Optional<String> environmentId, int limit) {
    String where = environmentId.isPresent() ? "where source_id = :env or affected_id = :env" : "";
    var query =
        jdbc.sql("select id, body from requests " + where + " order by id desc limit :limit")
            .param("limit", limit);
    return environmentId.map(env -> query.param("env", env)).orElse(query).query(this::read).list();
  }

  private Request read(ResultSet row, int number) throws SQLException {
    return new Request(
        new RequestId(row.getLong("id")), json.readValue(row.getString("body"), RequestBody.class));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
