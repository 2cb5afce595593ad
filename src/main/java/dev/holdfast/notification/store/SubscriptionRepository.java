package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which people, chats and channels wish to hear how requests end. Each subscription is a person's,
 * and tells no more than that person may see.
 */
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
   * A subscription.
   *
   * @param by who subscribed, as an Entra object ID
   */
  public record Subscription(Address address, String by) {}

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

  /** Makes a subscription another person's. */
  @Transactional
  public void handOver(Subscription subscription, String environmentId, String toEntraId) {
    jdbc.sql(
            """
            update subscriptions set created_by = :to
            where address = :address and environment_id = :environment and created_by = :from
            """)
        .param("to", toEntraId)
        .param("address", subscription.address().toString())
        .param("environment", environmentId)
        .param("from", subscription.by())
        .update();
  }

  /** The subscription of a place to one environment. */
  public Optional<Subscription> find(Address where, String environmentId) {
    return jdbc.sql(
            "select address, created_by from subscriptions where address = ? and environment_id ="
                + " ?")
        .params(where.toString(), environmentId)
        .query(SubscriptionRepository::read)
        .optional();
  }

  /**
   * What a place is subscribed to, by ID.
   *
   * @return empty texts for all environments
   */
  public List<Optional<String>> of(Address where) {
    return jdbc
        .sql("select environment_id from subscriptions where address = ? order by environment_id")
        .param(where.toString())
        .query(String.class)
        .list()
        .stream()
        .map(id -> Optional.of(id).filter(given -> !given.equals(EVERY)))
        .toList();
  }

  /** Those to any of these environments. */
  public List<Subscription> to(List<String> environmentIds) {
    return jdbc.sql(
            "select distinct address, created_by from subscriptions where environment_id in (:ids)"
                + " order by address, created_by")
        .param("ids", Stream.concat(Stream.of(EVERY), environmentIds.stream()).toList())
        .query(SubscriptionRepository::read)
        .list();
  }

  private static Subscription read(ResultSet row, int number) throws SQLException {
    return new Subscription(Address.parse(row.getString("address")), row.getString("created_by"));
  }
}
