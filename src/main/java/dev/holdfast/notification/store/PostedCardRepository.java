package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cards show a request, and where they are. */
@Repository
public class PostedCardRepository {

  private final JdbcClient jdbc;

  PostedCardRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which face of the request a card shows. */
  public enum Kind {
    /** For the one who asked: follows the request, can be cancelled. */
    REQUEST,
    /** For those who decide. */
    APPROVAL
  }

  /**
   * One card.
   *
   * @param posted where it is; empty until it was delivered
   */
  public record Post(
      long id, RequestId request, Kind kind, Address address, Optional<Posted> posted) {}

  /** Remembers a card; the second card for the same address is none. */
  public void add(RequestId request, Kind kind, Address address, Optional<Posted> posted) {
    jdbc.sql(
            """
            insert into posts (request_id, kind, address, conversation, activity)
            select :request, :kind, :address, cast(:conversation as varchar(600)), cast(:activity as varchar(128))
            where not exists (select 1 from posts where request_id = :request and address = :address)
            """)
        .param("request", request.number())
        .param("kind", kind.name())
        .param("address", address.toString())
        .param("conversation", posted.map(Posted::conversation).orElse(null))
        .param("activity", posted.map(Posted::activity).orElse(null))
        .update();
  }

  /**
   * Where a card is from now on.
   *
   * @param before where it was when it was read
   * @return false when another card has taken its place since
   */
  public boolean delivered(long id, Posted posted, Optional<Posted> before) {
    return jdbc.sql(
                """
                update posts set conversation = :conversation, activity = :activity
                where id = :id and coalesce(activity, '') = :before
                """)
            .param("conversation", posted.conversation())
            .param("activity", posted.activity())
            .param("id", id)
            .param("before", before.map(Posted::activity).orElse(""))
            .update()
        > 0;
  }

  /** Where the card was, it is no longer kept up to date: the next delivery posts it anew. */
  public void notPosted(long id) {
    jdbc.sql("update posts set conversation = null, activity = null where id = ?")
        .param(id)
        .update();
  }

  public List<Post> of(RequestId request) {
    return jdbc.sql("select * from posts where request_id = ? order by id")
        .param(request.number())
        .query(PostedCardRepository::read)
        .list();
  }

  /** Whether a message is the card of a request. */
  public boolean isThere(Posted message) {
    return !jdbc.sql("select 1 from posts where conversation = ? and activity = ? limit 1")
        .params(message.conversation(), message.activity())
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  public Optional<Post> find(long id) {
    return jdbc.sql("select * from posts where id = ?")
        .param(id)
        .query(PostedCardRepository::read)
        .optional();
  }

  private static Post read(ResultSet row, int number) throws SQLException {
    String activity = row.getString("activity");
    return new Post(
        row.getLong("id"),
        new RequestId(row.getLong("request_id")),
        Kind.valueOf(row.getString("kind")),
        Address.parse(row.getString("address")),
        activity == null
            ? Optional.empty()
            : Optional.of(new Posted(row.getString("conversation"), activity)));
  }
}
