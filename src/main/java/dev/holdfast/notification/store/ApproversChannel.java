package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import dev.holdfast.request.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where every approval card goes: to the channel that somebody connected, and without one, or where
 * Holdfast is no longer in it, to that of the setting.
 */
@Repository
public class ApproversChannel {

  private final JdbcClient jdbc;
  private final Optional<Address.Conversation> configured;

  public ApproversChannel(JdbcClient jdbc, NotificationProperties properties) {
    this.jdbc = jdbc;
    this.configured =
        properties.approversChannel().filter(id -> !id.isBlank()).map(Address.Conversation::new);
  }

  /** Empty where there is none. */
  public Optional<Address> address() {
    return connected()
        .filter(ConnectedChannel::reachable)
        .map(ConnectedChannel::channel)
        .or(() -> configured)
        .map(Address.class::cast);
  }

  /** The one that the setting names. */
  public Optional<Address.Conversation> configured() {
    return configured;
  }

  /** The one that somebody connected, whether or not Holdfast is still in it. */
  public Optional<ConnectedChannel> connected() {
    return jdbc.sql(
            """
            select c.conversation, c.connected_by_id, c.connected_by_name, c.connected_at,
              coalesce(k.reachable, true) as reachable
            from approvers_channel c left join conversations k on k.id = c.conversation
            where c.place = 'approvers'
            """)
        .query(ApproversChannel::read)
        .optional();
  }

  private static ConnectedChannel read(ResultSet row, int number) throws SQLException {
    return new ConnectedChannel(
        new Address.Conversation(row.getString("conversation")),
        new Person(row.getString("connected_by_id"), row.getString("connected_by_name")),
        row.getObject("connected_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("reachable"));
  }
}
