package dev.holdfast.approval.policy.guard;

import dev.holdfast.approval.policy.guard.PolicyProposal.Decision;
import dev.holdfast.approval.policy.guard.PolicyProposal.State;
import dev.holdfast.request.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The changes of the policy that guardians decided about, or are to decide about. */
@Repository
public class PolicyProposals {

  private final JdbcClient jdbc;

  PolicyProposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<PolicyProposal> find(long id) {
    return jdbc.sql("select * from policy_proposals where id = ?")
        .param(id)
        .query(PolicyProposals::read)
        .optional()
        .map(this::withDecisions);
  }

  /** A policy is proposed once for each policy that it would replace. */
  public Optional<PolicyProposal> find(long base, String digest) {
    return jdbc.sql("select * from policy_proposals where base_id = ? and digest = ?")
        .params(base, digest)
        .query(PolicyProposals::read)
        .optional()
        .map(this::withDecisions);
  }

  /** Those that wait for a decision: one, or none. */
  public List<PolicyProposal> pending() {
    return jdbc
        .sql("select * from policy_proposals where state = 'PENDING' order by id")
        .query(PolicyProposals::read)
        .list()
        .stream()
        .map(this::withDecisions)
        .toList();
  }

  long add(long base, PolicyText text, String digest, Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into policy_proposals (base_id, kind, digest, body, state, proposed_at, claimed_at)
            values (:base, :kind, :digest, :body, 'PENDING', :now, :now)
            """)
        .param("base", base)
        .param("kind", text.kind().name())
        .param("digest", digest)
        .param("body", text.body())
        .param("now", utc(now))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  void set(long id, State state) {
    jdbc.sql("update policy_proposals set state = ? where id = ?")
        .params(state.name(), id)
        .update();
  }

  /** It's proposed again, and nobody has decided about it. */
  void reopen(long id, Instant now) {
    jdbc.sql("delete from policy_decisions where proposal_id = ?").param(id).update();
    set(id, State.PENDING);
    claim(id, now);
  }

  /** A process is configured with it. */
  void claim(long id, Instant now) {
    jdbc.sql("update policy_proposals set claimed_at = ? where id = ?")
        .params(utc(now), id)
        .update();
  }

  void add(long id, Decision decision) {
    jdbc.sql(
            """
            insert into policy_decisions (proposal_id, person_id, person_name, approved, decided_at)
            values (:proposal, :person, :name, :approved, :at)
            """)
        .param("proposal", id)
        .param("person", decision.by().id())
        .param("name", decision.by().name())
        .param("approved", decision.approved())
        .param("at", utc(decision.at()))
        .update();
  }

  private PolicyProposal withDecisions(PolicyProposal proposal) {
    return proposal.with(decisions(proposal.id()));
  }

  private List<Decision> decisions(long id) {
    return jdbc.sql(
            "select * from policy_decisions where proposal_id = ? order by decided_at, person_id")
        .param(id)
        .query(
            (row, number) ->
                new Decision(
                    new Person(row.getString("person_id"), row.getString("person_name")),
                    row.getBoolean("approved"),
                    instant(row, "decided_at")))
        .list();
  }

  private static PolicyProposal read(ResultSet row, int number) throws SQLException {
    return new PolicyProposal(
        row.getLong("id"),
        row.getLong("base_id"),
        new PolicyText(PolicyText.Kind.valueOf(row.getString("kind")), row.getString("body")),
        row.getString("digest"),
        State.valueOf(row.getString("state")),
        instant(row, "proposed_at"),
        instant(row, "claimed_at"),
        List.of());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
