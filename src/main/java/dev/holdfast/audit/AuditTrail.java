package dev.holdfast.audit;

import dev.holdfast.request.RequestEvent;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down every event, in the transaction in which it happens. */
@Component
class AuditTrail {

  private final JdbcClient jdbc;

  AuditTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(RequestEvent event) {
    jdbc.sql(
            """
            insert into audit (at, request_id, request_version, what, state, who_id, who_name, words)
            values (:at, :request, :version, :what, :state, :who, :name, :words)
            """)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("request", event.request().number())
        .param("version", event.version())
        .param("what", event.what().name())
        .param("state", event.state().name())
        .param("who", event.who().id())
        .param("name", event.who().name())
        .param("words", event.words())
        .update();
  }
}
