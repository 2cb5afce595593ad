package dev.holdfast.audit;

import dev.holdfast.audit.AuditFacts.Column;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Adds rows to the audit log, and has them sealed at the commit of the transaction that runs. */
@Repository
class AuditWriter {

  private static final String INSERT =
      "insert into audit (at, request_id, request_version, what, state, who_id, who_name, words,"
          + " hash_version, "
          + columns("")
          + ") values (:at, :request, :version, :what, :state, :who, :name, :words, :hash_version, "
          + columns(":")
          + ")";

  private final JdbcClient jdbc;
  private final AuditSealRepository seals;

  AuditWriter(JdbcClient jdbc, AuditSealRepository seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  private static String columns(String before) {
    return Arrays.stream(Column.values())
        .map(column -> before + column.sql())
        .collect(Collectors.joining(", "));
  }

  /** A row to be. */
  record Line(
      Instant at,
      RequestId request,
      Optional<Long> version,
      AuditEntry.Event event,
      AuditFacts facts) {}

  void write(Line line) {
    SealOnCommit sealing = SealOnCommit.ofTransaction(seals);
    KeyHolder key = new GeneratedKeyHolder();
    AuditEntry.Event event = line.event();
    JdbcClient.StatementSpec statement =
        jdbc.sql(INSERT)
            .param("at", line.at().atOffset(ZoneOffset.UTC))
            .param("request", line.request().number())
            .param("version", line.version().orElse(null), Types.BIGINT)
            .param("what", event.what())
            .param("state", event.state())
            .param("who", event.who().id())
            .param("name", event.who().name())
            .param("words", event.words())
            .param("hash_version", line.facts().hashVersion().orElseThrow());
    for (Column column : Column.values()) {
      statement = statement.param(column.sql(), line.facts().texts().get(column), Types.VARCHAR);
    }
    statement.update(key, "id");
    sealing.add(Objects.requireNonNull(key.getKey()).longValue());
  }

  /** So that {@link RequestSearch} finds the person by name. */
  void know(Person who) {
    jdbc.sql("insert into audit_people (name, who_id) values (?, ?) on conflict do nothing")
        .params(who.name().toLowerCase(Locale.ROOT), who.id())
        .update();
  }

  boolean isWritten(AuditEvent incident) {
    return jdbc.sql(
                """
                select count(*) from audit
                where request_id = :request and request_version is null and what = :what and who_id = :who and words = :words
                """)
            .param("request", incident.request().number())
            .param("what", incident.type().name())
            .param("who", incident.who().id())
            .param("words", incident.words())
            .query(Long.class)
            .single()
        > 0;
  }

  /** What the last event of a request says of the operation: an incident changes nothing of it. */
  AuditFacts factsOfLast(RequestId request) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    jdbc.sql(
            """
            select * from audit where request_id = ? and request_version is not null
            order by request_version desc limit 1
            """)
        .param(request.number())
        .query(AuditEntry::read)
        .optional()
        .ifPresent(entry -> texts.putAll(entry.facts().texts()));
    texts.remove(Column.CONTENT);
    return AuditFacts.of(texts);
  }
}
