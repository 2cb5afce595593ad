package dev.holdfast.approval.policy.guard;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.approval.policy.file.PolicyFileProperties;
import dev.holdfast.approval.policy.guard.PolicyProposal.State;
import dev.holdfast.approval.policy.guard.StoredPolicy.Reason;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the doctor says of guardians, who is told of a proposal, and what is stored. */
class PolicyGuardDetailsTests {

  private static final Person PATTI =
      new Person("00000000-0000-0000-0000-000000000071", "Patti Fernandez");
  private static final Person LEE = new Person("00000000-0000-0000-0000-000000000072", "Lee Gu");

  private static final String OPEN =
      """
      version: 1
      rules:
        - name: All
          environments: all
          held: {request: 00000000-0000-0000-0000-000000000021, approve: 00000000-0000-0000-0000-000000000021, approvals: 0}
      """;
  private static final String TWO =
      OPEN.replace(
          "rules:",
          "guardian-approvals: 2\nguardians: [%s, %s]\nrules:".formatted(PATTI.id(), LEE.id()));
  private static final String LOOSE = TWO.replaceFirst("request: [^,]*", "request: '*'");

  private final List<String> told = new ArrayList<>();
  @TempDir private Path folder;
  @AutoClose private Workbench bench;

  @BeforeEach
  void start() throws IOException {
    write(TWO);
    bench =
        new Workbench(Databases.H2.fresh())
            .with(PolicyProperties.class, new PolicyProperties(List.of()))
            .with(
                PolicyFileProperties.class,
                new PolicyFileProperties(Optional.of(folder.resolve("policy.yaml").toString())))
            .with(PolicyProposalListener.class, new Told())
            .open("request", "approval", "audit");
    refresh();
  }

  private final class Told implements PolicyProposalListener {

    @Override
    public void changed(PolicyProposal proposal, List<String> guardians) {
      told.add("%s %d %s".formatted(proposal.state(), proposal.decisions().size(), guardians));
    }

    @Override
    public void waits(PolicyProposal proposal, List<String> guardians) {}
  }

  @Test
  void theDoctorSaysHowManyHaveToAgree() {
    PolicyGuardCheck check = bench.get(PolicyGuardCheck.class);
    assertThat(check.name()).isEqualTo("Policy guardians");
    assertThat(check.needs()).isNotEmpty();
    assertThat(said())
        .isEqualTo("OK 2 guardian(s) of 2 have to approve a change that allows anything new.");
    jdbc("delete from policies");
    assertThat(said()).isEqualTo("OK No policy is in the database yet.");
  }

  @Test
  void theDoctorSaysThatNobodyGuards() throws IOException {
    jdbc("delete from policies");
    write(OPEN);
    refresh();
    assertThat(said()).startsWith("OK The policy names none, so anyone who changes");
    assertThat(bench.get(PolicyGuard.class).isGuardian(PATTI)).isFalse();
  }

  @Test
  void theDoctorSaysWhatWaitsAndWhatWasRejected() throws IOException {
    write(LOOSE);
    refresh();
    assertThat(said()).startsWith("WARNING A change of the policy allows something new");
    PolicyProposal proposal = pending();
    assertThat(decide(proposal, LEE, false)).isEqualTo(PolicyDecisionResult.DONE);
    assertThat(said()).startsWith("WARNING A guardian rejected the policy that is configured");
    jdbc("update policy_proposals set state = 'SUPERSEDED'");
    assertThat(said()).startsWith("OK 2 guardian(s)");
    write(TWO);
    refresh();
    assertThat(said()).startsWith("OK 2 guardian(s)");
  }

  @Test
  void theDoctorSaysThatAPolicyCannotBeRead() {
    jdbc("update policies set body = 'version: 2'");
    assertThat(said()).startsWith("BROKEN The policy in the database can't be read");
  }

  @Test
  void theGuardiansAreToldOnceAndTheirCardsFollow() throws IOException {
    assertThat(told).isEmpty();
    write(LOOSE);
    refresh();
    refresh();
    assertThat(told).containsExactly("PENDING 0 [%s, %s]".formatted(PATTI.id(), LEE.id()));
    PolicyProposal proposal = pending();
    decide(proposal, PATTI, true);
    assertThat(told).element(1).isEqualTo("PENDING 1 []");
    bench.clock.advance(Duration.ofSeconds(1));
    decide(proposal, LEE, true);
    assertThat(told).hasSize(3).element(2).isEqualTo("APPROVED 2 []");
    assertThat(proposals().find(proposal.id()).orElseThrow().decisions())
        .extracting(one -> one.by().name())
        .containsExactly("Patti Fernandez", "Lee Gu");
    StoredPolicy current = bench.get(StoredPolicies.class).current().orElseThrow();
    assertThat(current.reason()).isEqualTo(Reason.APPROVED);
    assertThat(current.approvedBy())
        .isEqualTo("Patti Fernandez (%s), Lee Gu (%s)".formatted(PATTI.id(), LEE.id()));
    assertThat(bench.get(StoredPolicies.class).find(current.id())).isPresent();
    assertThat(bench.get(StoredPolicies.class).find(9999)).isEmpty();
  }

  @Test
  void onlyGuardiansGuard() {
    PolicyGuard guard = bench.get(PolicyGuard.class);
    refresh();
    assertThat(guard.isGuardian(PATTI)).isTrue();
    assertThat(guard.isGuardian(ALEX)).isFalse();
  }

  /** What was decided about it before no longer counts. */
  @Test
  void whatIsProposedAgainHasNoDecisions() throws IOException {
    write(LOOSE);
    refresh();
    PolicyProposal first = pending();
    decide(first, PATTI, true);
    write(TWO);
    refresh();
    assertThat(state(first)).isEqualTo(State.SUPERSEDED);
    bench.clock.advance(Duration.ofMinutes(30));
    write(LOOSE);
    refresh();
    PolicyProposal again = pending();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.decisions()).isEmpty();
    assertThat(again.proposedAt()).isEqualTo(NOW);
    assertThat(again.claimedAt()).isEqualTo(bench.clock.instant());
    decide(again, LEE, true);
    assertThat(inForce()).isEqualTo(digest(TWO));
  }

  @Test
  void aProcessClaimsItsProposalOnceAMinute() throws IOException {
    write(LOOSE);
    refresh();
    bench.clock.advance(Duration.ofSeconds(59));
    refresh();
    assertThat(pending().claimedAt()).isEqualTo(NOW);
    bench.clock.advance(Duration.ofSeconds(2));
    refresh();
    assertThat(pending().claimedAt()).isEqualTo(NOW.plusSeconds(61));
  }

  @Test
  void whatIsRejectedIsNotReplacedByWhatWasProposedBefore() throws IOException {
    write(LOOSE);
    refresh();
    decide(pending(), PATTI, false);
    write(LOOSE + "# other\n");
    refresh();
    PolicyProposal other = pending();
    write(LOOSE);
    refresh();
    assertThat(state(other)).isEqualTo(State.SUPERSEDED);
    assertThat(proposals().pending()).isEmpty();
    assertThat(inForce()).isEqualTo(digest(TWO));
  }

  @Test
  void whoNoLongerGuardsDoesNotCount() throws IOException {
    write(LOOSE);
    refresh();
    PolicyProposal proposal = pending();
    decide(proposal, PATTI, true);
    jdbc("update policy_decisions set person_id = 'id-other'");
    decide(proposal, LEE, true);
    assertThat(inForce()).isEqualTo(digest(TWO));
    assertThat(state(proposal)).isEqualTo(State.PENDING);
  }

  @Test
  void anUnreadableFileOffersNothing() throws IOException {
    write("version: 2");
    refresh();
    assertThat(inForce()).isEqualTo(digest(TWO));
    assertThat(proposals().pending()).isEmpty();
    assertThat(bench.get(ConfiguredPolicy.class).orNothing().rules()).isEmpty();
    write(TWO);
    assertThat(bench.get(ConfiguredPolicy.class).orNothing().digest()).isEqualTo(digest(TWO));
  }

  @Test
  void atStartThePolicyOfTheDatabaseCounts() throws IOException {
    write(LOOSE);
    assertThat(bench.get(PolicyGuard.class).atStart().digest()).isEqualTo(digest(TWO));
    jdbc("delete from policies");
    assertThat(bench.get(PolicyGuard.class).atStart().digest()).isEqualTo(digest(LOOSE));
  }

  @Test
  void whatIsProposedAgainIsClaimedAtOnce() throws IOException {
    write(LOOSE);
    refresh();
    PolicyProposal proposal = pending();
    decide(proposal, PATTI, true);
    bench.in(() -> proposals().reopen(proposal.id(), NOW.plusSeconds(5)));
    assertThat(pending().claimedAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(pending().decisions()).isEmpty();
  }

  /** A guardian's approval and another policy don't cross. */
  @Test
  void onlyOneReplicaAtATimeChangesThePolicy() throws Exception {
    write(LOOSE);
    refresh();
    PolicyProposal proposal = pending();
    PolicyOffers offers = bench.get(PolicyOffers.class);
    assertWaits(() -> decide(proposal, PATTI, true));
    assertWaits(() -> offers.offer(bench.get(ConfiguredPolicy.class).read().orElseThrow(), true));
    bench.clock.advance(Duration.ofMinutes(2));
    assertWaits(() -> offers.keep(Optional.of(proposal.digest())));
    bench.clock.advance(Duration.ofMinutes(9));
    assertWaits(() -> offers.keep(Optional.empty()));
    assertThat(pending()).isEqualTo(proposal);
  }

  /** While another one holds the lock. */
  private void assertWaits(Runnable change) throws Exception {
    try (Connection other = bench.get(DataSource.class).getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("select id from policy_lock where id = 1 for update");
      assertThatThrownBy(
              () ->
                  bench.in(
                      () -> {
                        jdbc("set lock_timeout 1");
                        change.run();
                      }))
          .isInstanceOf(QueryTimeoutException.class);
      other.rollback();
      other.setAutoCommit(true);
    }
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), text);
  }

  private void refresh() {
    bench.get(PolicyGuard.class).refresh();
  }

  private String said() {
    return words(bench.get(PolicyGuardCheck.class).check());
  }

  private static String words(CheckResult result) {
    CheckStatus status = result.state();
    return status + " " + result.sentence();
  }

  private PolicyDecisionResult decide(PolicyProposal proposal, Person person, boolean approves) {
    return bench.get(PolicyGuard.class).decide(proposal.id(), proposal.digest(), person, approves);
  }

  private PolicyProposals proposals() {
    return bench.get(PolicyProposals.class);
  }

  private PolicyProposal pending() {
    assertThat(proposals().pending()).hasSize(1);
    return proposals().pending().get(0);
  }

  private State state(PolicyProposal proposal) {
    return proposals().find(proposal.id()).orElseThrow().state();
  }

  private String inForce() {
    return bench.get(PolicyInForce.class).get().digest();
  }

  private static String digest(String text) {
    return PolicyFileParser.parse(text).policy().orElseThrow().digest();
  }

  private void jdbc(String sql) {
    bench.get(JdbcClient.class).sql(sql).update();
  }
}
