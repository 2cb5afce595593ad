package dev.holdfast.teams.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds and deletes conversations and people. The conversation that was heard last always stays: it
 * says where to call for somebody who never was.
 */
@Repository
public class ConversationRetention {

  private static final String EXPIRED =
      """
      (not reachable and unreachable_since < :before or last_activity_at < :before)
      and last_activity_at < (select max(latest.last_activity_at) from conversations latest)
      """;

  private final JdbcClient jdbc;

  ConversationRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A conversation whose time is over.
   *
   * @param unreachable whether Holdfast can't write there
   * @param owner the person whose only personal chat it is, by Entra object id
   */
  record Expired(String id, boolean unreachable, Optional<String> owner) {}

  /**
   * In the order of their ids, behind the last one of the batch before. The one that was heard last
   * may be among them.
   */
  public List<Expired> expired(String last, OffsetDateTime before, int most) {
    return jdbc.sql(
            """
            select id, reachable, (
              select min(entra_id) from people where personal_conversation = expired.id) as owner
            from (
              select id, reachable from conversations where last_activity_at < :before
              union
              select id, reachable from conversations
              where unreachable_since < :before and not reachable) expired
            where id > :last
            order by id limit :most
            """)
        .param("last", last)
        .param("before", before)
        .param("most", most)
        .query(ConversationRetention::read)
        .list();
  }

  /**
   * Unless it was heard from meanwhile.
   *
   * @return whether it was deleted
   */
  public boolean delete(String conversation, OffsetDateTime before) {
    boolean deleted =
        jdbc.sql("delete from conversations where id = :id and " + EXPIRED)
                .param("id", conversation)
                .param("before", before)
                .update()
            > 0;
    if (deleted) {
      jdbc.sql("update people set personal_conversation = null where personal_conversation = :id")
          .param("id", conversation)
          .update();
    }
    return deleted;
  }

  /** Who has no chat with Holdfast and wasn't heard since, in the order of their ids. */
  public List<String> peopleWithoutChat(String last, OffsetDateTime before, int most) {
    return jdbc.sql(
            """
            select entra_id from people
            where entra_id > :last and personal_conversation is null
              and (last_seen_at is null or last_seen_at < :before)
            order by entra_id limit :most
            """)
        .param("last", last)
        .param("before", before)
        .param("most", most)
        .query(String.class)
        .list();
  }

  public int deletePerson(String entraId, OffsetDateTime before) {
    return jdbc.sql(
            """
            delete from people
            where entra_id = :id and personal_conversation is null
              and (last_seen_at is null or last_seen_at < :before)
            """)
        .param("id", entraId)
        .param("before", before)
        .update();
  }

  private static Expired read(ResultSet row, int number) throws SQLException {
    return new Expired(
        row.getString("id"),
        !row.getBoolean("reachable"),
        Optional.ofNullable(row.getString("owner")));
  }
}
