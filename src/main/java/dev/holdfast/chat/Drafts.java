package dev.holdfast.chat;

import dev.holdfast.request.Bodies;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The store of drafts. What nobody submits is kept for a while only. */
@Repository
class Drafts {

  private final JdbcClient jdbc;
  private final JsonMapper json = Bodies.mapper();

  Drafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void add(Draft draft) {
    jdbc.sql("insert into drafts (id, owner_id, created_at, body) values (:id, :owner, :at, :body)")
        .param("id", draft.id())
        .param("owner", draft.ownerId())
        .param("at", draft.reviewedAt().atOffset(ZoneOffset.UTC))
        .param("body", json.writeValueAsString(draft))
        .update();
  }

  Optional<Draft> find(String id) {
    return jdbc.sql("select body from drafts where id = ?")
        .param(id)
        .query((row, number) -> json.readValue(row.getString("body"), Draft.class))
        .optional();
  }
}
