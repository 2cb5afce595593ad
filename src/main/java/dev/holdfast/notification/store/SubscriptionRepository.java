package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which people, chats and channels wish to hear how requests end. */
@Repository
public class SubscriptionRepository {

  private static final String EVERY = "*";

  private final JdbcClient jdbc;
  private final Clock clock;

  SubscriptionRepository(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Subscribes a person or a conversation to one environment, or to all.
   *
   * @return false when it was subscribed already
   */
  @Transactional
  public boolean add(Address where, Optional<String> environmentId, String byEntraId) {
    return jdbc.sql(
                """
                insert into subscriptions (address, environment_id, created_by, created_at)
                select :address, :environment, :by, :now
                where not exists (select 1 from subscriptions where address = :address and environment_id = :environment)
                """)
            .param("address", where.toString())
            .param("environment", environmentId.orElse(EVERY))
            .param("by", byEntraId)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /**
   * Ends the subscription of a place to one environment, or all of its subscriptions.
   *
   * @return how many ended
   */
  @Transactional
  public int remove(Address where, Optional<String> environmentId) {
    return environmentId
        .map(
            id ->
                jdbc.sql("delete from subscriptions where address = ? and environment_id = ?")
                    .params(where.toString(), id)
                    .update())
        .orElseGet(
            () ->
                jdbc.sql("delete from subscriptions where address = ?")
                    .param(where.toString())
                    .update());
  }

  public List<Address> to(List<String> environmentIds) {
    return jdbc.sql(
            "select distinct address from subscriptions where environment_id in (:ids) order by"
                + " address")
        .param("ids", Stream.concat(Stream.of(EVERY), environmentIds.stream()).toList())
        .query((row, number) -> Address.parse(row.getString("address")))
        .list();
  }
}
