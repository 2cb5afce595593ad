package dev.holdfast.api.order;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The store of what applications have asked for. */
@Repository
public class OrderRepository {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  OrderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An order with what it was stored under.
   *
   * @param hash of its content
   */
  record Keyed(Order order, String hash) {}

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the application has used the key
   */
  @Transactional
  public void add(Order order, String key, String hash) {
    jdbc.sql(
            """
            insert into api_orders (id, owner_id, owner_name, idempotency_key, content_hash, content, state, result, created_at)
            values (:id, :owner, :name, :key, :hash, :content, :state, :result, :at)
            """)
        .param("id", order.id())
        .param("owner", order.by().id())
        .param("name", order.by().name())
        .param("key", key)
        .param("hash", hash)
        .param("content", JSON.writeValueAsString(order.content()))
        .param("state", order.state().name())
        .param("result", JSON.writeValueAsString(order.result()))
        .param("at", order.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What an application has sent under a key. */
  Optional<Keyed> find(Person by, String key) {
    return jdbc.sql("select * from api_orders where owner_id = ? and idempotency_key = ?")
        .param(by.id())
        .param(key)
        .query((row, number) -> new Keyed(order(row), row.getString("content_hash")))
        .optional();
  }

  /** An order of this application. */
  public Optional<Order> findOf(Person by, String id) {
    return jdbc.sql("select * from api_orders where id = ? and owner_id = ?")
        .param(id)
        .param(by.id())
        .query((row, number) -> order(row))
        .optional();
  }

  public Optional<Order> find(String id) {
    return jdbc.sql("select * from api_orders where id = ?")
        .param(id)
        .query((row, number) -> order(row))
        .optional();
  }

  /** The same, and nobody else changes it until the end of the transaction. */
  Optional<Order> lock(String id) {
    return jdbc.sql("select * from api_orders where id = ? for update")
        .param(id)
        .query((row, number) -> order(row))
        .optional();
  }

  /** How many orders of an application are being checked. */
  int checking(Person by) {
    return jdbc.sql("select count(*) from api_orders where owner_id = ? and state = 'CHECKING'")
        .param(by.id())
        .query(Integer.class)
        .single();
  }

  /** Keeps what came of the checks. */
  @Transactional
  public void end(String id, OrderState state, Optional<RequestId> request, OrderResult result) {
    jdbc.sql(
            "update api_orders set state = :state, request_id = :request, result = :result where"
                + " id = :id")
        .param("id", id)
        .param("state", state.name())
        .param("request", request.map(RequestId::number).orElse(null))
        .param("result", JSON.writeValueAsString(result))
        .update();
  }

  /** Where each of these stands: its own state, or that of the request that it has become. */
  public Map<String, String> states(Collection<String> ids) {
    Map<String, String> states = new HashMap<>();
    jdbc.sql(
            """
            select o.id, o.state, r.state as request_state from api_orders o
            left join requests r on r.id = o.request_id where o.id in (:ids)
            """)
        .param("ids", ids)
        .query(
            row -> {
              String request = row.getString("request_state");
              states.put(row.getString("id"), request == null ? row.getString("state") : request);
            });
    return states;
  }

  /** The same of requests. */
  public Map<RequestId, RequestState> requestStates(Collection<RequestId> ids) {
    Map<RequestId, RequestState> states = new HashMap<>();
    jdbc.sql("select id, state from requests where id in (:ids)")
        .param("ids", ids.stream().map(RequestId::number).toList())
        .query(
            row -> {
              states.put(
                  new RequestId(row.getLong("id")), RequestState.valueOf(row.getString("state")));
            });
    return states;
  }

  private static Order order(ResultSet row) throws SQLException {
    long request = row.getLong("request_id");
    Optional<RequestId> became =
        row.wasNull() ? Optional.empty() : Optional.of(new RequestId(request));
    Instant at = row.getObject("created_at", OffsetDateTime.class).toInstant();
    return new Order(
        row.getString("id"),
        new Person(row.getString("owner_id"), row.getString("owner_name")),
        JSON.readValue(row.getString("content"), Order.Content.class),
        OrderState.valueOf(row.getString("state")),
        became,
        JSON.readValue(row.getString("result"), OrderResult.class),
        at);
  }
}
