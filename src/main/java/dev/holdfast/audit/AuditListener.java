package dev.holdfast.audit;

import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventListener;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventListener;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * Writes down every event and incident, in the transaction in which it happens, and has it sealed.
 */
@Component
public class AuditListener implements RequestEventListener, AuditEventListener {

  private final JdbcClient jdbc;
  private final AuditSealRepository seals;

  AuditListener(JdbcClient jdbc, AuditSealRepository seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    know(event.who());
    write(
        new Line(
            event.at(),
            event.request(),
            Optional.of(event.version()),
            event.type().name(),
            event.state().name(),
            event.who(),
            event.words()));
  }

  /** Who presses a button that is not theirs again and again is written down once. */
  @Override
  public void on(AuditEvent incident) {
    if (incident.type() == AuditEventType.DECISION_REFUSED && isWritten(incident)) {
      return;
    }
    write(
        new Line(
            incident.at(),
            incident.request(),
            Optional.empty(),
            incident.type().name(),
            incident.state().map(RequestState::name).orElse(""),
            incident.who(),
            incident.words()));
  }

  /** So that {@link RequestSearch} finds the person by name. */
  private void know(Person who) {
    jdbc.sql("insert into audit_people (name, who_id) values (?, ?) on conflict do nothing")
        .params(who.name().toLowerCase(Locale.ROOT), who.id())
        .update();
  }

  private boolean isWritten(AuditEvent incident) {
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

  private record Line(
      Instant at,
      RequestId request,
      Optional<Long> version,
      String what,
      String state,
      Person who,
      String words) {}

  private void write(Line line) {
    SealOnCommit sealing = SealOnCommit.ofTransaction(seals);
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
            values (:at, :request, :version, :what, :state, :who, :name, :words)
            """)
        .param("at", line.at().atOffset(ZoneOffset.UTC))
        .param("request", line.request().number())
        .param("version", line.version().orElse(null), Types.BIGINT)
        .param("what", line.what())
        .param("state", line.state())
        .param("who", line.who().id())
        .param("name", line.who().name())
        .param("words", line.words())
        .update(key, "id");
    sealing.add(Objects.requireNonNull(key.getKey()).longValue());
  }
}
