package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether something is still to be sent somewhere, or to be kept up to date there. */
@Repository
public class AddressUsageRepository {

  /** One index range for each. */
  private static final String HAS_CARDS =
      """
      select exists (select 1 from posts where address = :address)
        or exists (select 1 from posts where %s)
        or exists (select 1 from posts where conversation = :conversation)
        or exists (select 1 from posts where %s)
        or exists (select 1 from outbox where address = :address and given_up_at is null)
        or exists (select 1 from outbox where %s and given_up_at is null)
      """
          .formatted(
              ThreadRange.condition("address", "thread"),
              ThreadRange.condition("conversation", "there"),
              ThreadRange.condition("address", "thread"));

  private final JdbcClient jdbc;
  private final ApproversChannel approversChannel;

  AddressUsageRepository(JdbcClient jdbc, ApproversChannel approversChannel) {
    this.jdbc = jdbc;
    this.approversChannel = approversChannel;
  }

  /** Whether a card is there or a message waits for it; for a conversation in its threads too. */
  public boolean hasCards(Address address) {
    String plain = address.toString();
    return isApprovers(plain)
        || jdbc.sql(HAS_CARDS)
            .param("address", plain)
            .params(ThreadRange.of(plain).parameters("thread"))
            .param("conversation", conversation(address))
            .params(ThreadRange.of(conversation(address)).parameters("there"))
            .query(Boolean.class)
            .single();
  }

  /** The connected one also while Holdfast isn't in it: it may come back. */
  private boolean isApprovers(String plain) {
    return Stream.concat(
            approversChannel.connected().map(ConnectedChannel::channel).stream(),
            approversChannel.configured().stream())
        .map(channel -> channel.withoutThread().toString())
        .anyMatch(plain::equals);
  }

  public boolean hasSubscriptions(Address address) {
    return jdbc.sql("select exists (select 1 from subscriptions where address = :address)")
        .param("address", address.toString())
        .query(Boolean.class)
        .single();
  }

  private static String conversation(Address address) {
    return address instanceof Address.Conversation there ? there.id() : "none";
  }
}
