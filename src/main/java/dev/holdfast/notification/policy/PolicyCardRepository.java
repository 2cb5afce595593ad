package dev.holdfast.notification.policy;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cards show a proposed policy, and where they are. */
@Repository
public class PolicyCardRepository {

  private final JdbcClient jdbc;

  PolicyCardRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One card.
   *
   * @param posted where it is; empty until it was delivered
   */
  public record PolicyCard(long id, long proposal, Address address, Optional<Posted> posted) {}

  /** Remembers a card; the second one for the same address is none. */
  public void add(long proposal, Address address) {
    jdbc.sql(
            """
            insert into policy_cards (proposal_id, address)
            select :proposal, :address
            where not exists (select 1 from policy_cards where proposal_id = :proposal and address = :address)
            """)
        .param("proposal", proposal)
        .param("address", address.toString())
        .update();
  }

  public List<PolicyCard> of(long proposal) {
    return jdbc.sql("select * from policy_cards where proposal_id = ? order by id")
        .param(proposal)
        .query(PolicyCardRepository::read)
        .list();
  }

  public Optional<PolicyCard> find(long id) {
    return jdbc.sql("select * from policy_cards where id = ?")
        .param(id)
        .query(PolicyCardRepository::read)
        .optional();
  }

  /** Where it is from now on. */
  void delivered(long id, Posted posted) {
    jdbc.sql("update policy_cards set conversation = ?, activity = ? where id = ?")
        .params(posted.conversation(), posted.activity(), id)
        .update();
  }

  /** The next delivery posts it anew. */
  public void notPosted(long id) {
    jdbc.sql("update policy_cards set conversation = null, activity = null where id = ?")
        .param(id)
        .update();
  }

  /** Those of a proposal whose last message was given up, and no other waits. */
  public List<Address> unreached(long proposal) {
    return jdbc
        .sql(
            """
            select card.address from policy_cards card where card.proposal_id = ? and exists (
              select 1 from outbox gone
              where gone.policy_card_id = card.id and gone.given_up_at is not null)
            and not exists (
              select 1 from outbox waiting
              where waiting.policy_card_id = card.id and waiting.given_up_at is null)
            order by card.id
            """)
        .param(proposal)
        .query(String.class)
        .list()
        .stream()
        .map(Address::parse)
        .toList();
  }

  private static PolicyCard read(ResultSet row, int number) throws SQLException {
    String activity = row.getString("activity");
    return new PolicyCard(
        row.getLong("id"),
        row.getLong("proposal_id"),
        Address.parse(row.getString("address")),
        activity == null
            ? Optional.empty()
            : Optional.of(new Posted(row.getString("conversation"), activity)));
  }
}
