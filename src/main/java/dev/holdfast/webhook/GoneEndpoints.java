package dev.holdfast.webhook;

import dev.holdfast.request.step.Digest;
import dev.holdfast.webhook.WebhookProperties.Endpoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Repository of the endpoints that answered 410 Gone. Nothing is sent to one until an operator
 * releases an event for it, or gives it another address, which may hold a token, so a digest is
 * kept.
 */
@Repository
class GoneEndpoints {

  private final JdbcClient jdbc;

  GoneEndpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> goneSince(Endpoint endpoint) {
    return jdbc.sql("select gone_at from webhook_gone where endpoint = ? and address = ?")
        .params(endpoint.name(), digest(endpoint))
        .query((row, number) -> row.getObject("gone_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  void add(Endpoint endpoint, Instant now) {
    forget(endpoint.name());
    jdbc.sql(
            """
            insert into webhook_gone (endpoint, address, gone_at) values (?, ?, ?)
            on conflict do nothing
            """)
        .params(endpoint.name(), digest(endpoint), now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget(String endpoint) {
    jdbc.sql("delete from webhook_gone where endpoint = ?").param(endpoint).update();
  }

  private static String digest(Endpoint endpoint) {
    return Digest.of(List.of(endpoint.url().toString())).hex();
  }
}
