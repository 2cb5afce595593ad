package dev.holdfast.testing.plans;

import dev.holdfast.testing.Databases;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills the tables of a migrated database as years would. Of five hundred one is unknown and given
 * up, of a thousand one runs. Environment {@code env-0} to {@code env-19} share them, {@code
 * env-rare} has one.
 */
public final class GrownTables {

  /** Entra object ID of somebody who did a tenth of everything. */
  public static final String PERSON = "5f8e2b1c-0000-4000-8000-000000000012";

  /** Names that other fillings of the same tables share, and what stands for them. */
  private static final Map<String, String> WORDS =
      Map.of(
          "{at}", "timestamp with time zone '2024-01-01 00:00:00+00' + n * interval '1' minute",
          "{state}",
              "case when mod(n, 1000) = 5 then 'RUNNING' when mod(n, 500) = 7 then 'UNKNOWN'"
                  + " when mod(n, 10) = 1 then 'FAILED' else 'SUCCEEDED' end",
          "{who}",
              "case when mod(n, 2) = 0 then 'holdfast' when mod(n, 5) = 0 then '"
                  + PERSON
                  + "' when n = 4711 then 'id-rare' else 'id-' || mod(n, 500) end");

  private static final List<String> REQUEST_ROWS =
      List.of(
          """
          insert into requests (id, draft, state, version, source_id, affected_id, requester_id, created_at, updated_at, body)
          select n, 'draft-' || n, {state}, {events}, 'env-' || mod(n, 20), 'env-' || mod(n + 7, 20), {who}, {at}, {at}, ? from {n}
          """,
          """
          insert into request_environments (request_id, environment_id, role, active)
          select n, 'env-' || mod(n, 20), 'DATA_LEAVES', mod(n, 1000) = 5 from {n}
          """,
          """
          insert into request_environments (request_id, environment_id, role, active)
          select n, case when n = 4711 then 'env-rare' else 'env-' || mod(n + 7, 20) end, 'OVERWRITTEN', mod(n, 1000) = 5 from {n}
          """,
          """
          insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
          select {at}, (n - 1) / {events} + 1, mod(n - 1, {events}) + 1, 'SUBMITTED', {state}, {who}, {who}, '' from {rows}
          """,
          "insert into audit_seals (position, audit_id, hash) select n, n, repeat('a', 64) from"
              + " {rows}",
          """
          insert into audit_people (name, who_id)
          select distinct lower(who_name), who_id from audit on conflict do nothing
          """,
          """
          insert into history_index (request_id, environment_id, person_id, state, created_at)
          select r.id, e.environment_id, '', r.state, r.created_at
          from requests r
          join (
            select distinct request_id, environment_id from request_environments
            where request_id between {first} and {last}
          ) e on e.request_id = r.id
          """,
          """
          insert into history_index (request_id, environment_id, person_id, state, created_at)
          select r.id, '', p.who_id, r.state, r.created_at
          from requests r
          join (
            select distinct request_id, who_id from audit where request_id between {first} and {last}
          ) p on p.request_id = r.id
          """,
          """
          insert into history_index (request_id, environment_id, person_id, state, created_at)
          select e.request_id, e.environment_id, p.person_id, e.state, e.created_at
          from history_index e join history_index p on p.request_id = e.request_id
          where e.person_id = '' and p.environment_id = '' and e.request_id between {first} and {last}
          """);

  private static final List<String> OTHER_ROWS =
      List.of(
          "insert into environment_locks (environment_id) select 'lock-' || n from {n}",
          """
          insert into posts (request_id, kind, address, conversation, activity)
          select n, 'REQUEST', 'conversation:chat-' || mod(n, 20), 'chat-' || mod(n, 20), 'message-' || n from {n}
          """,
          """
          insert into outbox (request_id, kind, address, post_id, created_at, given_up_at, last_error, hindrance)
          select n, 'CARD', 'conversation:chat-' || mod(n, 20), n, {at}, case when mod(n, 1000) = 3 then null else {at} end, 'gone', 'REFUSED' from {n}
          """,
          """
          insert into subscriptions (address, environment_id, created_by, created_at)
          select 'conversation:chat-' || n, 'env-' || n, 'id-alex', {at} from {n}
          """,
          """
          insert into request_joins (draft, request_id, person_id, person_name, joined_at)
          select 'draft-' || n, n, 'id-' || n, 'Person ' || n, {at} from {n}
          """,
          """
          insert into conversations (id, kind, service_url, team_id, last_activity_at, introduced_at)
          select 'chat-' || n, 'CHANNEL', 'https://example.com', 'team-' || (n / 10), {at}, {at} from {n}
          """,
          """
          insert into people (entra_id, teams_id, name, personal_conversation, service_url, last_seen_at)
          select 'id-' || n, '29:' || n, 'Person ' || n, 'chat-' || n, 'https://example.com', {at} from {n}
          """,
          """
          insert into api_orders (id, owner_id, owner_name, idempotency_key, content_hash, content, state, request_id, result, created_at)
          select 'order-' || n, 'app:' || mod(n, 10), 'Pipeline', 'key-' || n, 'hash', '{}', case when mod(n, 1000) = 5 then 'CHECKING' else 'SUBMITTED' end, n, '{}', {at} from {n}
          """,
          "insert into drafts (id, owner_id, created_at, body) select 'draft-' || n, 'id-alex',"
              + " {at}, ? from {n}",
          "insert into activities_seen (activity, seen_at) select 'activity-' || n, {at} from {n}",
          """
          insert into webhook_events (endpoint, request_id, request_version, event_id, event_type, body, created_at, state, state_at, attempts)
          select 'hook-' || mod(n, 3), n, 1, 'event-' || n, 'SUBMITTED', '{}', {at}, case when mod(n, 1000) = 3 then 'WAITING' when mod(n, 1000) = 4 then 'DEAD' else 'DELIVERED' end, {at}, 0 from {n}
          """,
          """
          insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
          select 'drive-request', 'R-' || n, {at} + interval '30' year, false, 0, 1 from {n}
          """);

  /** As much as H2 inserts in one transaction without getting slow. */
  private static final int PORTION = 50_000;

  private static final List<String> IDENTITIES =
      List.of("audit", "outbox", "posts", "subscriptions");

  private GrownTables() {}

  /**
   * How much there is.
   *
   * @param events rows of the audit log for each request
   * @param others rows of each table that is searched by one key
   */
  public record Size(int requests, int events, int others) {

    int rows() {
      return requests * events;
    }
  }

  /**
   * @param request the document of a request
   * @param draft that of a draft
   */
  public static void fill(
      JdbcTemplate jdbc, Databases kind, Size size, String request, String draft) {
    boolean postgresql = kind == Databases.POSTGRESQL;
    List<String> indexes = postgresql ? List.of() : withoutIndexes(jdbc);
    Consumer<String> insert =
        sql ->
            jdbc.execute(
                inFull(sql)
                    .replace("{numbers}", numbers(postgresql))
                    .replace("{events}", String.valueOf(size.events()))
                    .replace("?", "'" + document(sql, request, draft).replace("'", "''") + "'"));
    if (postgresql) {
      // What they do for older replicas is done below.
      jdbc.execute("alter table requests disable trigger requests_of_older_replicas");
      jdbc.execute("alter table audit disable trigger history_of_older_replicas");
    } else {
      // H2 writes to its file each time it reserves numbers.
      IDENTITIES.forEach(table -> cache(jdbc, table, size.rows()));
    }
    REQUEST_ROWS.forEach(
        sql -> fill(sql, sql.contains("{rows}") ? size.rows() : size.requests(), insert));
    OTHER_ROWS.forEach(sql -> fill(sql, size.others(), insert));
    jdbc.update(
        "update audit_head set position = ?, hash = repeat('a', 64), swept = ?",
        size.rows(),
        size.rows());
    jdbc.update(
        "update audit_verified set position = ?, hash = repeat('a', 64), row_id = ?",
        size.rows(),
        size.rows());
    jdbc.execute("alter sequence request_number restart with " + (size.requests() + 1));
    if (postgresql) {
      jdbc.execute("alter table requests enable trigger requests_of_older_replicas");
      jdbc.execute("alter table audit enable trigger history_of_older_replicas");
      jdbc.execute("vacuum analyze");
    } else {
      IDENTITIES.forEach(table -> cache(jdbc, table, 32));
      indexes.forEach(jdbc::execute);
      jdbc.execute("analyze");
    }
  }

  /**
   * Drops the indexes of H2, which writes their pages again with each portion of rows.
   *
   * @return the statements that create them again
   */
  private static List<String> withoutIndexes(JdbcTemplate jdbc) {
    List<String> indexes =
        jdbc.queryForList("script nodata nosettings", String.class).stream()
            .map(String::strip)
            .filter(sql -> sql.startsWith("CREATE INDEX"))
            .toList();
    indexes.forEach(sql -> jdbc.execute("drop index " + sql.split(" ")[2]));
    return indexes;
  }

  /** How many numbers H2 reserves at once; 32 unless something else is said. */
  private static void cache(JdbcTemplate jdbc, String table, int numbers) {
    jdbc.execute("alter table " + table + " alter column id set cache " + numbers);
  }

  private static String inFull(String sql) {
    String full = sql;
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      full = full.replace(word.getKey(), word.getValue());
    }
    return full;
  }

  private static String document(String sql, String request, String draft) {
    return sql.contains("into drafts") ? draft : request;
  }

  private static String numbers(boolean postgresql) {
    return postgresql ? "generate_series" : "system_range";
  }

  /** Inserts a portion after the other; a statement without numbers inserts all at once. */
  private static void fill(String sql, int count, Consumer<String> insert) {
    String portioned = sql.replaceAll("\\{n}|\\{rows}", "{numbers}({first}, {last}) s(n)");
    if (!portioned.contains("{first}")) {
      insert.accept(portioned);
      return;
    }
    for (int first = 1; first <= count; first += PORTION) {
      int last = Math.min(first + PORTION - 1, count);
      insert.accept(
          portioned
              .replace("{first}", String.valueOf(first))
              .replace("{last}", String.valueOf(last)));
    }
  }
}
