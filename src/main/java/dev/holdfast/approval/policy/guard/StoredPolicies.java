package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.GroupMembership;
import dev.holdfast.approval.policy.Guardians;
import dev.holdfast.approval.policy.guard.StoredPolicy.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The policies of all replicas, with those from before. */
@Repository
public class StoredPolicies {

  private final JdbcClient jdbc;
  private final GroupMembership groups;

  StoredPolicies(JdbcClient jdbc, ObjectProvider<GroupMembership> groups) {
    this.jdbc = jdbc;
    this.groups = groups.getIfAvailable(() -> GroupMembership.NONE);
  }

  /** Who guards a policy, with the members that their groups have now. */
  public Guardians guardians(StoredPolicy policy) {
    return policy.orNothing().boundTo(groups).guardians();
  }

  /** Until the caller's transaction ends, nobody else changes the policy or decides about it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock() {
    jdbc.sql("select id from policy_lock where id = 1 for update").query(Integer.class).single();
  }

  /** Which is in force; empty before the first. */
  OptionalLong currentId() {
    return jdbc.sql("select id from policies order by id desc limit 1")
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** The one in force; empty before the first. */
  public Optional<StoredPolicy> current() {
    return jdbc.sql("select * from policies order by id desc limit 1")
        .query(StoredPolicies::read)
        .optional();
  }

  public Optional<StoredPolicy> find(long id) {
    return jdbc.sql("select * from policies where id = ?")
        .param(id)
        .query(StoredPolicies::read)
        .optional();
  }

  /** From now on, this one is in force. */
  void add(PolicyText text, String digest, Reason reason, String approvedBy, Instant now) {
    jdbc.sql(
            """
            insert into policies (kind, digest, body, reason, approved_by, in_force_at)
            values (:kind, :digest, :body, :reason, :approvedBy, :now)
            """)
        .param("kind", text.kind().name())
        .param("digest", digest)
        .param("body", text.body())
        .param("reason", reason.name())
        .param("approvedBy", approvedBy)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static StoredPolicy read(ResultSet row, int number) throws SQLException {
    return new StoredPolicy(
        row.getLong("id"),
        new PolicyText(PolicyText.Kind.valueOf(row.getString("kind")), row.getString("body")),
        row.getString("digest"),
        Reason.valueOf(row.getString("reason")),
        row.getString("approved_by"),
        row.getObject("in_force_at", OffsetDateTime.class).toInstant());
  }
}
