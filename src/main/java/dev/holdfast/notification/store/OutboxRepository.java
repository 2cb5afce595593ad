package dev.holdfast.notification.store;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Notifications that are not delivered yet. Rows are written in the transaction of the event that
 * calls for them.
 */
@Repository
public class OutboxRepository {

  /** The columns that only some kinds use. */
  private static final Map<String, Integer> MORE =
      Map.of(
          "post_id", Types.BIGINT,
          "freeze_id", Types.BIGINT,
          "policy_card_id", Types.BIGINT,
          "delegation_id", Types.BIGINT,
          "what", Types.VARCHAR,
          "conversation", Types.VARCHAR,
          "activity", Types.VARCHAR);

  private final JdbcClient jdbc;

  public OutboxRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One thing to tell. A card names its post, a notice what happened, a card that was left where it
   * is.
   *
   * @param request {@link RequestId#NONE} where it's about a freeze, a delegation, or a policy
   */
  public record Row(
      long id,
      RequestId request,
      OutboxKind kind,
      Address address,
      Subject subject,
      Optional<RequestEventType> what,
      Optional<Posted> left,
      Tries tries) {

    /** The post of a card. */
    public OptionalLong post() {
      return subject.post();
    }

    /** The delegation that it tells of. */
    public OptionalLong delegation() {
      return subject.delegation();
    }

    /** The freeze that it tells of. */
    public OptionalLong freeze() {
      return subject.freeze();
    }

    /** The card of a policy. */
    public OptionalLong policyCard() {
      return subject.policyCard();
    }
  }

  /** What a row is about besides its request. */
  public record Subject(
      OptionalLong post, OptionalLong freeze, OptionalLong delegation, OptionalLong policyCard) {}

  /**
   * What it took so far.
   *
   * @param since when it was to be told
   * @param uncertain how often it may have arrived without Holdfast knowing
   */
  public record Tries(Instant since, int attempts, int uncertain) {}

  public long addCard(RequestId request, PostedCardRepository.Post post, Instant now) {
    return add(request, OutboxKind.CARD, post.address(), now, Map.of("post_id", post.id()));
  }

  public long addNotice(RequestId request, Address address, RequestEventType what, Instant now) {
    return add(request, OutboxKind.NOTICE, address, now, Map.of("what", what.name()));
  }

  public long addLeft(RequestId request, Address address, Posted card, Instant now) {
    return add(
        request,
        OutboxKind.LEFT,
        address,
        now,
        Map.of("conversation", card.conversation(), "activity", card.activity()));
  }

  public long addFreeze(long freeze, OutboxKind kind, Address address, Instant now) {
    return add(RequestId.NONE, kind, address, now, Map.of("freeze_id", freeze));
  }

  public long addPolicyCard(long card, Address address, Instant now) {
    return add(RequestId.NONE, OutboxKind.POLICY, address, now, Map.of("policy_card_id", card));
  }

  public long addDelegation(long delegation, OutboxKind kind, Address address, Instant now) {
    return add(RequestId.NONE, kind, address, now, Map.of("delegation_id", delegation));
  }

  /** What says all by its kind. */
  public long add(RequestId request, OutboxKind kind, Address address, Instant now) {
    return add(request, kind, address, now, Map.of());
  }

  /**
   * @param more what else it says, by the columns that keep it
   */
  private long add(
      RequestId request, OutboxKind kind, Address address, Instant now, Map<String, Object> more) {
    MapSqlParameterSource columns = new MapSqlParameterSource();
    MORE.forEach((column, type) -> columns.addValue(column, more.get(column), type));
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into outbox (request_id, kind, address, created_at,
              post_id, freeze_id, policy_card_id, delegation_id, what, conversation, activity)
            values (:request, :kind, :address, :now,
              :post_id, :freeze_id, :policy_card_id, :delegation_id, :what, :conversation, :activity)
            """)
        .paramSource(
            columns
                .addValue("request", request.number())
                .addValue("kind", kind.name())
                .addValue("address", address.toString())
                .addValue("now", now.atOffset(ZoneOffset.UTC)))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  public Optional<Row> find(long id) {
    return jdbc.sql("select * from outbox where id = ? and given_up_at is null")
        .param(id)
        .query(OutboxRepository::read)
        .optional();
  }

  /** Behind so many nobody looks how many there are. */
  private static final int MANY_AHEAD = 100;

  /**
   * The rows that have to reach the same address first, the oldest hundred of them.
   *
   * @param tries how often the one in most trouble was tried
   */
  public record Ahead(int rows, int tries) {}

  public Ahead aheadOf(Row row) {
    return jdbc.sql(
            """
            select count(*) as ahead, coalesce(max(attempts), 0) as tries from (
              select attempts from outbox where address = ? and id < ? and given_up_at is null
              order by address, given_up_at, id limit ?) oldest
            """)
        .params(row.address().toString(), row.id(), MANY_AHEAD)
        .query((found, number) -> new Ahead(found.getInt("ahead"), found.getInt("tries")))
        .single();
  }

  /** The row that is next to reach the same address. */
  public OptionalLong nextAt(Address address) {
    return jdbc.sql(
            """
            select id from outbox where address = ? and given_up_at is null
            order by address, given_up_at, id limit 1
            """)
        .param(address.toString())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** A new message goes out: from now on it may be there. */
  public void uncertain(long id) {
    jdbc.sql("update outbox set uncertain = uncertain + 1 where id = ?").param(id).update();
  }

  /** It did not go out after all. */
  public void notSent(long id) {
    jdbc.sql("update outbox set uncertain = uncertain - 1 where id = ? and uncertain > 0")
        .param(id)
        .update();
  }

  /** Whether a newer row brings the same card up to date anyway. */
  public boolean isOvertaken(Row row) {
    return row.post().isPresent()
        && jdbc.sql(
                    "select count(*) from outbox where post_id = ? and id > ? and given_up_at is"
                        + " null")
                .params(row.post().getAsLong(), row.id())
                .query(Long.class)
                .single()
            > 0;
  }

  public void remove(long id) {
    jdbc.sql("delete from outbox where id = ?").param(id).update();
  }

  public void failed(long id, String why) {
    jdbc.sql("update outbox set attempts = attempts + 1, last_error = ? where id = ?")
        .params(why, id)
        .update();
  }

  /**
   * @param words what the service said
   */
  public void giveUp(long id, DeliveryFailureReason why, String words, Instant now) {
    jdbc.sql(
            """
            update outbox set given_up_at = :now, hindrance = :why, last_error = :words
            where id = :id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("why", why.name())
        .param("words", words)
        .param("id", id)
        .update();
  }

  /**
   * A card has arrived after all: that it was given up before is no longer true.
   *
   * @return whether it was
   */
  public boolean reached(Row row) {
    return row.post().isPresent()
        && jdbc.sql("delete from outbox where post_id = ? and given_up_at is not null")
                .param(row.post().getAsLong())
                .update()
            > 0;
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    String conversation = row.getString("conversation");
    return new Row(
        row.getLong("id"),
        new RequestId(row.getLong("request_id")),
        OutboxKind.valueOf(row.getString("kind")),
        Address.parse(row.getString("address")),
        new Subject(
            number(row, "post_id"),
            number(row, "freeze_id"),
            number(row, "delegation_id"),
            number(row, "policy_card_id")),
        Optional.ofNullable(row.getString("what")).map(RequestEventType::valueOf),
        Optional.ofNullable(row.getString("activity"))
            .map(activity -> new Posted(conversation, activity)),
        new Tries(
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getInt("attempts"),
            row.getInt("uncertain")));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
