package dev.holdfast.request.store;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.RequestEventPublisher;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The store of requests. Each change is saved together with its event, and the event is published
 * inside the same transaction: what listeners write stands or falls with it.
 */
@Repository
public class RequestRepository {

  private static final List<String> CLOSED = names();

  private final JdbcClient jdbc;
  private final RequestEnvironments environments;
  private final RequestRowMapper rows;
  private final RequestEventPublisher events;

  RequestRepository(
      JdbcClient jdbc,
      RequestEnvironments environments,
      RequestRowMapper rows,
      RequestEventPublisher events) {
    this.jdbc = jdbc;
    this.environments = environments;
    this.rows = rows;
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
    RequestDetails details = request.details();
    jdbc.sql(
            """
            insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body, summary, summary_version)
            values (:id, :draft, :state, :version, :source, :affected, :requester, :at, :at, :body, :summary, :version)
            """)
        .param("id", request.id().number())
        .param("draft", details.submission().draft())
        .param("state", request.state().name())
        .param("version", request.version())
        .param("source", details.spec().source().id())
        .param("affected", details.spec().affected().id())
        .param("requester", details.requester().id())
        .param("at", utc(event.at()))
        .param("body", RequestDocumentMapper.write(request))
        .param("summary", RequestSummaryDocument.write(request))
        .update();
    environments.add(request);
    events.publish(request, event);
  }

  /**
   * Stores a change that raised the version by one.
   *
   * @throws ConcurrentUpdateException when somebody else was first
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void save(Request request, RequestEvent event) {
    store(request, request.version() - 1, event.at());
    environments.update(request);
    events.publish(request, event);
  }

  /** Has something recorded that changes no request, with the transaction that runs. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(AuditEvent incident) {
    events.publish(incident);
  }

  /** Stores what no reader of a card would notice, such as when the operation was last seen. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void saveQuietly(Request request, Instant now) {
    store(request, request.version(), now);
  }

  private void store(Request request, long expected, Instant now) {
    int rows =
        jdbc.sql(
                """
                update requests set state = :state, version = :version, updated_at = :at, body = :body,
                  summary = :summary, summary_version = :version
                where id = :id and version = :expected
                """)
            .param("state", request.state().name())
            .param("version", request.version())
            .param("at", utc(now))
            .param("body", RequestDocumentMapper.write(request))
            .param("summary", RequestSummaryDocument.write(request))
            .param("id", request.id().number())
            .param("expected", expected)
            .update();
    if (rows == 0) {
      throw new ConcurrentUpdateException(request.id(), expected);
    }
  }

  /**
   * @throws UnreadableRequestException when a newer replica has written what this one cannot read
   */
  public Optional<Request> find(RequestId id) {
    return jdbc.sql("select id, body from requests where id = ?")
        .param(id.number())
        .query(rows::read)
        .optional();
  }

  /** The same, and nobody changes it before the running transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Request> lock(RequestId id) {
    return jdbc.sql("select id, body from requests where id = ? for update")
        .param(id.number())
        .query(rows::read)
        .optional();
  }

  /** The same for one that has ended and hasn't changed since before an instant; else empty. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Request> lockEnded(RequestId id, Instant before) {
    return jdbc.sql(
            """
            select id, body from requests
            where id = :id and updated_at < :before and state in (:closed) for update
            """)
        .param("id", id.number())
        .param("before", utc(before))
        .param("closed", CLOSED)
        .query(rows::readable)
        .optional()
        .flatMap(found -> found);
  }

  /** The request that came from a form, if that was submitted. */
  public Optional<Request> findByDraft(String draft) {
    return jdbc.sql("select id, body from requests where draft = ?")
        .param(draft)
        .query(rows::read)
        .optional();
  }

  /**
   * Requests that nobody has decided about, newest first, as far as this version can read them.
   * They expire, so there are never many.
   */
  public List<Request> awaitingApproval() {
    return rows.list(
        jdbc.sql(
            "select id, body from requests where state = 'AWAITING_APPROVAL' order by id desc"));
  }

  /**
   * Requests that read or change one of these environments and are not closed, or whose outcome is
   * unknown and not given up; oldest first.
   *
   * @throws UnreadableRequestException when one of them cannot be read: what it does there is not
   *     known
   */
  public List<Request> findOpenOn(Set<String> environmentIds) {
    List<Long> active = environments.activeOn(environmentIds);
    return active.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, body from requests
                where id in (:active) and (state not in (:closed) or state = 'UNKNOWN')
                order by id
                """)
            .param("active", active)
            .param("closed", CLOSED)
            .query(rows::read)
            .list();
  }

  private static List<String> names() {
    return Arrays.stream(RequestState.values())
        .filter(RequestState::isClosed)
        .map(RequestState::name)
        .toList();
  }

  /** The newest requests, as far as this version can read them. */
  public List<Request> recent(int limit) {
    return rows.list(
        jdbc.sql("select id, body from requests order by id desc limit ?").param(limit));
  }

  /**
   * The newest requests that read or change an environment, as far as this version can read them.
   */
  public List<Request> recentOn(String environmentId, int limit) {
    List<Long> newest = environments.newestOn(environmentId, limit);
    return newest.isEmpty()
        ? List.of()
        : rows.list(
            jdbc.sql("select id, body from requests where id in (:newest) order by id desc")
                .param("newest", newest));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
