package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.event.RequestEventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a channel the approvers', or no longer. Whether a person may is for the caller to check.
 */
@Service
public class ChannelConnections {

  private final JdbcClient jdbc;
  private final ApproversChannel channel;
  private final RequestEventPublisher events;
  private final Clock clock;

  ChannelConnections(
      JdbcClient jdbc, ApproversChannel channel, RequestEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.channel = channel;
    this.events = events;
    this.clock = clock;
  }

  /** In place of the one before. What was posted there stays there. */
  @Transactional
  public void connect(Address.Conversation to, Person by) {
    Instant now = clock.instant();
    delete();
    jdbc.sql(
            """
            insert into approvers_channel (place, conversation, connected_by_id, connected_by_name, connected_at)
            values ('approvers', :conversation, :by, :name, :at)
            """)
        .param("conversation", to.id())
        .param("by", by.id())
        .param("name", by.name())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
    audit(AuditEventType.CHANNEL_CONNECTED, to.id(), by, now);
  }

  /**
   * From now on the setting counts again.
   *
   * @return the channel that was connected; empty when none was
   */
  @Transactional
  public Optional<Address.Conversation> disconnect(Person by) {
    Optional<Address.Conversation> before = channel.connected().map(ConnectedChannel::channel);
    if (before.isEmpty() || delete() == 0) {
      return Optional.empty();
    }
    audit(AuditEventType.CHANNEL_DISCONNECTED, before.get().id(), by, clock.instant());
    return before;
  }

  private int delete() {
    return jdbc.sql("delete from approvers_channel where place = 'approvers'").update();
  }

  private void audit(AuditEventType type, String conversation, Person by, Instant now) {
    events.publish(new AuditEvent(RequestId.NONE, type, Optional.empty(), by, now, conversation));
  }
}
