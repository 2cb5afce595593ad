package dev.holdfast.audit.sink;

import dev.holdfast.audit.AuditExporter;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.Messenger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Posts the end of the chain to a channel, once a day in UTC. Someone who recomputes the seals
 * can't change what was posted. After a crash between the post and its mark it's posted again.
 */
@Component
class SealPosts {

  private static final Logger log = LoggerFactory.getLogger(SealPosts.class);

  private final Optional<String> channel;
  private final ObjectFactory<Messenger> messenger;
  private final AuditExporter exporter;
  private final JdbcClient jdbc;
  private final Clock clock;

  /**
   * @param messenger asked for only when something is posted: there is none without a credential
   */
  SealPosts(
      AuditProperties properties,
      ObjectFactory<Messenger> messenger,
      AuditExporter exporter,
      JdbcClient jdbc,
      Clock clock) {
    this.channel = properties.sealChannel().filter(id -> !id.isBlank());
    this.messenger = messenger;
    this.exporter = exporter;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean isConfigured() {
    return channel.isPresent();
  }

  /** The day for which it was posted last. */
  LocalDate postedFor() {
    return LocalDate.parse(
        jdbc.sql("select posted_for from audit_seal_post where id = 1")
            .query(String.class)
            .single());
  }

  /** Today in UTC. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  void postIfDue() {
    AuditExporter.Seal seal = exporter.seal();
    if (channel.isEmpty() || seal.rows() == 0 || !postedFor().isBefore(today())) {
      return;
    }
    LocalDate day = today();
    Message text =
        Message.of("audit.seal", "day", day.toString(), "rows", seal.rows(), "hash", seal.hash());
    try {
      messenger
          .getObject()
          .say(new Address.Conversation(channel.get()), StoredMessage.english(text));
    } catch (DeliveryException e) {
      log.warn("The seal of the audit log can't be posted, trying again: {}", e.toString());
      return;
    }
    jdbc.sql("update audit_seal_post set posted_for = ? where id = 1 and posted_for < ?")
        .params(day.toString(), day.toString())
        .update();
  }
}
