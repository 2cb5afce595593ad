package dev.holdfast.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statement for a search. What narrows it most is read from an index in the order of the
 * requests; the rest is looked up for each of them. It is written so that neither database does it
 * the other way round: as values instead of {@code exists}, which PostgreSQL would join, and with
 * the columns that are the same for all rows in the order, because H2 reads an index in its order
 * only with all of its columns.
 */
final class HistoryQuery {

  private static final String DID =
      "a.who_id = :person and a.request_version is not null"
          // Of what a person did to a request only the last counts: each request is found once.
          + " and not exists (select 1 from audit later where later.who_id = a.who_id"
          + " and later.request_id = a.request_id and later.request_version > a.request_version)";

  private final HistorySearch search;
  private final Optional<String> personId;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private HistoryQuery(HistorySearch search, Optional<String> personId) {
    this.search = search;
    this.personId = personId;
  }

  /**
   * @param personId who asked, decided, took back or had something done; not who was refused
   * @param byState whether the state narrows it most
   */
  static HistoryQuery of(HistorySearch search, Optional<String> personId, boolean byState) {
    return new HistoryQuery(search, personId).with(byState);
  }

  JdbcClient.StatementSpec in(JdbcClient jdbc) {
    return jdbc.sql(String.join(" ", conditions)).params(values);
  }

  private HistoryQuery with(boolean byState) {
    personId.ifPresent(id -> values.put("person", id));
    search.environmentId().ifPresent(id -> values.put("environment", id));
    if (!byState && personId.isPresent()) {
      return from("select a.request_id as id from audit a where " + DID, "a.request_id")
          .and(environment("a.request_id"))
          .and(ofTheRequest("a.request_id"))
          .order("a.who_id desc, a.request_id desc");
    }
    if (!byState && search.environmentId().isPresent()) {
      return from(
              "select e.request_id as id from request_environments e"
                  + " where e.environment_id = :environment",
              "e.request_id")
          .and(ofTheRequest("e.request_id"))
          .order("e.environment_id desc, e.request_id desc");
    }
    HistoryQuery query = from("select r.id from requests r where 1 = 1", "r.id");
    own().forEach(condition -> query.and(Optional.of(condition)));
    return query
        .and(environment("r.id"))
        .and(personId.map(id -> isThere("audit a", "a.request_id = r.id and " + DID)))
        .order(search.state().isPresent() ? "r.state desc, r.id desc" : "r.id desc");
  }

  private HistoryQuery from(String select, String id) {
    conditions.add(select);
    return and(Optional.of(id + " >= :first and " + id + " <= :last"));
  }

  private HistoryQuery and(Optional<String> condition) {
    condition.ifPresent(one -> conditions.add("and " + one));
    return this;
  }

  private HistoryQuery order(String columns) {
    conditions.add("order by " + columns + " limit :limit");
    return this;
  }

  private Optional<String> environment(String id) {
    return search
        .environmentId()
        .map(
            env ->
                isThere(
                    "request_environments e",
                    "e.request_id = " + id + " and e.environment_id = :environment"));
  }

  private static String isThere(String table, String condition) {
    return "(select count(*) from %s where %s) > 0".formatted(table, condition);
  }

  private Optional<String> ofTheRequest(String id) {
    List<String> own = own();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(isThere("requests r", "r.id = " + id + " and " + String.join(" and ", own)));
  }

  /** What the request itself says. */
  private List<String> own() {
    List<String> own = new ArrayList<>();
    search
        .state()
        .ifPresent(
            state -> {
              own.add("r.state = :state");
              values.put("state", state.name());
            });
    search.since().ifPresent(since -> own.add(time("r.created_at >= :since", "since", since)));
    search.until().ifPresent(until -> own.add(time("r.created_at < :until", "until", until)));
    return own;
  }

  private String time(String condition, String name, Instant instant) {
    values.put(name, instant.atOffset(ZoneOffset.UTC));
    return condition;
  }
}
