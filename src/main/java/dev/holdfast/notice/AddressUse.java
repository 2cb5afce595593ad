package dev.holdfast.notice;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether something is still to be sent somewhere, or to be kept up to date there. */
@Repository
public class AddressUse {

  private final JdbcClient jdbc;
  private final Optional<String> approversChannel;

  AddressUse(JdbcClient jdbc, NoticeProperties properties) {
    this.jdbc = jdbc;
    this.approversChannel =
        properties
            .approversChannel()
            .filter(id -> !id.isBlank())
            .map(id -> new Address.Conversation(id).withoutThread().toString());
  }

  /** Whether a card is there or a message waits for it; for a conversation in its threads too. */
  public boolean hasCards(Address address) {
    String plain = address.toString();
    return approversChannel.filter(plain::equals).isPresent()
        || jdbc.sql(
                """
                    select
                      exists (select 1 from posts where address = :address
                        or address like :threads escape '!'
                        or conversation = :conversation
                        or conversation like :conversationThreads escape '!')
                      or exists (select 1 from outbox where given_up_at is null
                        and (address = :address or address like :threads escape '!'))
                    """)
            .param("address", plain)
            .param("threads", threadsOf(plain))
            .param("conversation", conversation(address))
            .param("conversationThreads", threadsOf(conversation(address)))
            .query(Boolean.class)
            .single();
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

  private static String threadsOf(String stored) {
    return stored.replaceAll("([!%_])", "!$1") + ";messageid=%";
  }
}
