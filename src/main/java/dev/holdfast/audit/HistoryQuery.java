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
 * requests; the rest is looked up for each of them. The columns that are the same for all rows are
 * in the order too, because H2 reads an index in its order only with all of its columns.
 */
final class HistoryQuery {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private final String from;
  private final String order;

  private HistoryQuery(HistorySearch search, Optional<String> personId) {
    Optional<String> environmentId = search.environmentId();
    personId.ifPresent(id -> values.put("person", id));
    environmentId.ifPresent(id -> values.put("environment", id));
    String id;
    if (personId.isPresent()) {
      from = "select a.request_id as id from audit a";
      id = "a.request_id";
      order = "a.who_id desc, a.request_id desc";
      conditions.add("a.who_id = :person");
      did();
      environmentId.ifPresent(
          env ->
              conditions.add(
                  "exists (select 1 from request_environments e"
                      + " where e.request_id = a.request_id and e.environment_id = :environment)"));
    } else if (environmentId.isPresent()) {
      from = "select e.request_id as id from request_environments e";
      id = "e.request_id";
      order = "e.environment_id desc, e.request_id desc";
      conditions.add("e.environment_id = :environment");
    } else {
      from = "select r.id from requests r";
      id = "r.id";
      order = search.state().isPresent() ? "r.state desc, r.id desc" : "r.id desc";
    }
    conditions.add(id + " >= :first and " + id + " <= :last");
    List<String> own = own(search);
    if (from.endsWith("requests r")) {
      conditions.addAll(own);
    } else if (!own.isEmpty()) {
      conditions.add(
          "exists (select 1 from requests r where r.id = %s and %s)"
              .formatted(id, String.join(" and ", own)));
    }
  }

  /**
   * @param personId who asked, decided, took back or had something done; not who was refused
   */
  static HistoryQuery of(HistorySearch search, Optional<String> personId) {
    return new HistoryQuery(search, personId);
  }

  JdbcClient.StatementSpec in(JdbcClient jdbc) {
    return jdbc.sql(
            "%s where %s order by %s limit :limit"
                .formatted(from, String.join(" and ", conditions), order))
        .params(values);
  }

  /** Of what a person did to a request only the last counts, so that each request is found once. */
  private void did() {
    conditions.add("a.request_version is not null");
    conditions.add(
        "not exists (select 1 from audit later where later.who_id = a.who_id"
            + " and later.request_id = a.request_id"
            + " and later.request_version > a.request_version)");
  }

  /** What the request itself says. */
  private List<String> own(HistorySearch search) {
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
