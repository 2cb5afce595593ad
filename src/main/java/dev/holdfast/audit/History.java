package dev.holdfast.audit;

import dev.holdfast.request.RequestId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches what has been: requests, by what the record and they themselves say. */
@Repository
public class History {

  private final JdbcClient jdbc;

  History(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest requests that fit, behind a page where the search says so. */
  public List<RequestId> find(HistorySearch search, int limit) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    search
        .environmentId()
        .ifPresent(
            id -> {
              conditions.add("(r.source_id = :environment or r.affected_id = :environment)");
              values.put("environment", id);
            });
    search
        .state()
        .ifPresent(
            state -> {
              conditions.add("r.state = :state");
              values.put("state", state.name());
            });
    search
        .since()
        .ifPresent(
            since -> {
              conditions.add("r.created_at >= :since");
              values.put("since", since.atOffset(ZoneOffset.UTC));
            });
    search
        .until()
        .ifPresent(
            until -> {
              conditions.add("r.created_at < :until");
              values.put("until", until.atOffset(ZoneOffset.UTC));
            });
    search
        .person()
        .ifPresent(
            person -> {
              conditions.add(did(person));
              values.put("person", person.id().orElseGet(() -> beginning(person.name())));
            });
    search
        .before()
        .ifPresent(
            before -> {
              conditions.add("r.id < :before");
              values.put("before", before.number());
            });
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    return jdbc.sql("select r.id from requests r " + where + " order by r.id desc limit :limit")
        .params(values)
        .param("limit", limit)
        .query((row, number) -> new RequestId(row.getLong("id")))
        .list();
  }

  /** Who asked, decided, took back or had something done; not who was refused. */
  private static String did(HistorySearch.Who person) {
    String who =
        person.id().isPresent()
            ? "a.who_id = :person"
            : "lower(a.who_name) like :person escape '!'";
    return "r.id in (select a.request_id from audit a where a.request_version is not null and "
        + who
        + ")";
  }

  private static String beginning(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }
}
