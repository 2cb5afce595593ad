package dev.holdfast.approval.policy.guard;

import static dev.holdfast.testing.Samples.ALEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.PolicyInForce;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.file.PolicyFileParser;
import dev.holdfast.approval.policy.file.PolicyFileProperties;
import dev.holdfast.approval.policy.guard.PolicyProposal.State;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.TestDatabase;
import dev.holdfast.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy in the database is in force, and nobody loosens it without its guardians. */
@EachDatabase
class PolicyGuardTests {

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
  private static final String STRICT =
      OPEN.replace("rules:", "guardians: [%s, %s]\nrules:".formatted(PATTI.id(), LEE.id()));
  private static final String LOOSE = STRICT.replaceFirst("request: [^,]*", "request: '*'");
  private static final String STRICTER = STRICT.replace("approvals: 0", "approvals: 1");

  private final TestDatabase database;
  private final List<Workbench> benches = new ArrayList<>();
  @TempDir private Path folder;
  private Path file;

  PolicyGuardTests(Databases database) {
    this.database = database.fresh();
  }

  @BeforeEach
  void configure() throws IOException {
    file = folder.resolve("policy.yaml");
    write(STRICT);
  }

  @AfterEach
  void close() {
    benches.forEach(Workbench::close);
  }

  @Test
  void theFirstPolicyCountsAndIsStored() {
    Workbench bench = start(file);
    assertThat(inForce(bench)).isEqualTo(digest(STRICT));
    assertThat(stored(bench)).containsExactly("FIRST");
    assertThat(check(bench)).isEqualTo(CheckStatus.OK);
  }

  @Test
  void whatAllowsSomethingNewWaitsForAGuardianEvenAcrossARestart() throws IOException {
    Workbench bench = start(file);
    write(LOOSE);
    bench.get(PolicyGuard.class).refresh();
    assertThat(inForce(bench)).isEqualTo(digest(STRICT));
    Workbench restarted = start(file);
    assertThat(inForce(restarted)).isEqualTo(digest(STRICT));
    assertThat(check(restarted)).isEqualTo(CheckStatus.WARNING);
    assertThat(audited(restarted, "POLICY_PROPOSED"))
        .singleElement()
        .asString()
        .contains(digest(LOOSE), "“All”, backed up: everybody may request.");

    PolicyProposal proposal = pending(restarted);
    assertThat(decide(restarted, proposal, ALEX, true))
        .isEqualTo(PolicyDecisionResult.NOT_A_GUARDIAN);
    assertThat(inForce(restarted)).isEqualTo(digest(STRICT));
    assertThat(decide(restarted, proposal, LEE, true)).isEqualTo(PolicyDecisionResult.DONE);
    assertThat(inForce(restarted)).isEqualTo(digest(LOOSE));
    bench.get(PolicyGuard.class).refresh();
    assertThat(inForce(bench)).isEqualTo(digest(LOOSE));
    assertThat(audited(bench, "POLICY_APPROVED")).containsExactly(digest(LOOSE));
    assertThat(audited(bench, "POLICY_CHANGED"))
        .singleElement()
        .asString()
        .contains(
            digest(STRICT), "approved by Lee Gu (" + LEE.id() + ")", "requested by everybody");
    assertThat(inForce(start(file))).isEqualTo(digest(LOOSE));
  }

  @Test
  void aStricterPolicyIsInForceAtOnceAndWhatWasProposedNoLongerIs() throws IOException {
    Workbench bench = start(file);
    write(LOOSE);
    bench.get(PolicyGuard.class).refresh();
    PolicyProposal proposal = pending(bench);
    write(STRICTER);
    bench.get(PolicyGuard.class).refresh();
    assertThat(inForce(bench)).isEqualTo(digest(STRICTER));
    assertThat(stored(bench)).containsExactly("FIRST", "STRICTER");
    assertThat(state(bench, proposal)).isEqualTo(State.SUPERSEDED);
    assertThat(decide(bench, proposal, PATTI, true)).isEqualTo(PolicyDecisionResult.STALE);
    assertThat(inForce(bench)).isEqualTo(digest(STRICTER));
  }

  @Test
  void whatIsMixedWaitsAsAWhole() throws IOException {
    Workbench bench = start(file);
    write(STRICTER.replace("version: 1", "version: 1\nmay-freeze: " + PATTI.id()));
    bench.get(PolicyGuard.class).refresh();
    assertThat(inForce(bench)).isEqualTo(digest(STRICT));
    assertThat(audited(bench, "POLICY_PROPOSED"))
        .singleElement()
        .asString()
        .contains(PATTI.id() + " may freeze", "Stricter: “All”, backed up: 1 approval is needed");
  }

  @Test
  void theApprovalIsForWhatTheCardShowed() throws IOException {
    Workbench bench = start(file);
    write(LOOSE);
    bench.get(PolicyGuard.class).refresh();
    PolicyProposal first = pending(bench);
    write(LOOSE + "# more\n");
    bench.get(PolicyGuard.class).refresh();
    PolicyProposal second = pending(bench);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(decide(bench, first, PATTI, true)).isEqualTo(PolicyDecisionResult.STALE);
    assertThat(bench.get(PolicyGuard.class).decide(second.id(), first.digest(), PATTI, true))
        .isEqualTo(PolicyDecisionResult.STALE);
    assertThat(inForce(bench)).isEqualTo(digest(STRICT));
  }

  @Test
  void whatWasRejectedStaysRejectedUntilTheFileChanges() throws IOException {
    Workbench bench = start(file);
    write(LOOSE);
    bench.get(PolicyGuard.class).refresh();
    PolicyProposal proposal = pending(bench);
    assertThat(decide(bench, proposal, PATTI, false)).isEqualTo(PolicyDecisionResult.DONE);
    Workbench restarted = start(file);
    assertThat(restarted.get(PolicyProposals.class).pending()).isEmpty();
    assertThat(state(restarted, proposal)).isEqualTo(State.REJECTED);
    assertThat(check(restarted)).isEqualTo(CheckStatus.WARNING);
    assertThat(decide(restarted, proposal, LEE, true)).isEqualTo(PolicyDecisionResult.STALE);
    write(LOOSE + "# again\n");
    restarted.get(PolicyGuard.class).refresh();
    assertThat(pending(restarted).digest()).isEqualTo(digest(LOOSE + "# again\n"));
    assertThat(inForce(restarted)).isEqualTo(digest(STRICT));
  }

  @Test
  void asManyGuardiansAsThePolicySaysHaveToAgree() throws IOException {
    String two = "version: 1\nguardian-approvals: 2";
    write(STRICT.replace("version: 1", two));
    Workbench bench = start(file);
    String loose = LOOSE.replace("version: 1", two);
    write(loose);
    bench.get(PolicyGuard.class).refresh();
    PolicyProposal proposal = pending(bench);
    assertThat(decide(bench, proposal, PATTI, true)).isEqualTo(PolicyDecisionResult.DONE);
    assertThat(inForce(bench)).isNotEqualTo(digest(loose));
    assertThat(decide(bench, proposal, PATTI, true)).isEqualTo(PolicyDecisionResult.DECIDED_BEFORE);
    assertThat(decide(bench, proposal, LEE, true)).isEqualTo(PolicyDecisionResult.DONE);
    assertThat(inForce(bench)).isEqualTo(digest(loose));
  }

  @Test
  void withoutGuardiansTheFileCounts() throws IOException {
    write(OPEN);
    Workbench bench = start(file);
    String wider = OPEN.replaceFirst("request: [^,]*", "request: '*'");
    write(wider);
    bench.get(PolicyGuard.class).refresh();
    assertThat(inForce(bench)).isEqualTo(digest(wider));
    write(STRICT);
    assertThat(inForce(start(file))).isEqualTo(digest(STRICT));
    assertThat(stored(bench)).containsExactly("FIRST", "UNGUARDED", "UNGUARDED");
  }

  @Test
  void noWayAroundTheFileLoosensIt() throws IOException {
    start(file);
    write(OPEN); // without its guardians
    assertThat(inForce(start(file))).isEqualTo(digest(STRICT));
    Workbench listed = listed();
    assertThat(inForce(listed)).isEqualTo(digest(STRICT));
    PolicyProposal proposal = pending(listed);
    assertThat(proposal.text().kind()).isEqualTo(PolicyText.Kind.SETTINGS);
    assertThat(decide(listed, proposal, PATTI, true)).isEqualTo(PolicyDecisionResult.DONE);
    assertThat(inForce(listed)).isEqualTo(proposal.digest());
    Workbench restarted = listed();
    assertThat(inForce(restarted)).isEqualTo(proposal.digest());
    assertThat(restarted.get(PolicyInForce.class).get().rules())
        .isEqualTo(listed.get(PolicyInForce.class).get().rules());
  }

  /** Nothing isn't a policy, and no stricter one. */
  @Test
  void whereNothingIsConfiguredThePolicyStays() throws IOException {
    write(OPEN);
    start(file);
    Workbench without =
        open(new Workbench(database).with(PolicyProperties.class, new PolicyProperties(List.of())));
    without.get(PolicyGuard.class).refresh();
    assertThat(inForce(without)).isEqualTo(digest(OPEN));
    assertThat(stored(without)).containsExactly("FIRST");
    assertThat(without.get(ConfiguredPolicy.class).orNothing().rules()).isEmpty();
  }

  @Test
  void twoReplicasWithDifferentFilesDoNotFlap() throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), STRICTER);
    Workbench old = start(file);
    Workbench rolledOut = start(other);
    for (int i = 0; i < 3; i++) {
      old.get(PolicyGuard.class).refresh();
      rolledOut.get(PolicyGuard.class).refresh();
    }
    assertThat(List.of(inForce(old), inForce(rolledOut))).containsOnly(digest(STRICTER));
    assertThat(stored(old)).containsExactly("FIRST", "STRICTER");

    Files.writeString(other, LOOSE);
    rolledOut.get(PolicyGuard.class).refresh();
    long proposal = pending(old).id();
    for (int i = 0; i < 3; i++) {
      old.get(PolicyGuard.class).refresh();
      rolledOut.get(PolicyGuard.class).refresh();
      assertThat(pending(old).id()).isEqualTo(proposal);
    }
    assertThat(audited(old, "POLICY_PROPOSED")).hasSize(1);
  }

  @Test
  void whatNoProcessIsConfiguredWithIsNoLongerProposed() throws IOException {
    Path other = Files.writeString(folder.resolve("other.yaml"), LOOSE);
    Workbench old = start(file);
    Workbench gone = start(other);
    PolicyProposal proposal = pending(old);
    gone.clock.advance(Duration.ofMinutes(9));
    gone.get(PolicyGuard.class).refresh();
    old.clock.advance(Duration.ofMinutes(18));
    old.get(PolicyGuard.class).refresh();
    assertThat(state(old, proposal)).isEqualTo(State.PENDING);
    old.clock.advance(Duration.ofMinutes(2));
    old.get(PolicyGuard.class).refresh();
    assertThat(state(old, proposal)).isEqualTo(State.SUPERSEDED);
    assertThat(inForce(start(other))).isEqualTo(digest(STRICT));
    assertThat(pending(old).id()).as("proposed again, on the same card").isEqualTo(proposal.id());
  }

  @Test
  void aPolicyThatIsNotWhatItsDigestSaysAllowsNothing() {
    Workbench bench = start(file);
    bench.get(JdbcClient.class).sql("update policies set body = ?").param(LOOSE).update();
    Workbench restarted = start(file);
    assertThat(restarted.get(PolicyInForce.class).get().rules()).isEmpty();
    assertThat(check(restarted)).isEqualTo(CheckStatus.BROKEN);
    assertThat(stored(restarted)).containsExactly("FIRST");
  }

  @Test
  void aProposalThatIsNotWhatItsDigestSaysIsNeverInForce() throws IOException {
    Workbench bench = start(file);
    write(LOOSE);
    bench.get(PolicyGuard.class).refresh();
    PolicyProposal proposal = pending(bench);
    bench.get(JdbcClient.class).sql("update policy_proposals set body = ?").param(OPEN).update();
    decide(bench, proposal, PATTI, true);
    assertThat(inForce(bench)).isEqualTo(digest(STRICT));
  }

  private Workbench start(Path path) {
    return open(
        new Workbench(database)
            .with(PolicyProperties.class, new PolicyProperties(List.of()))
            .with(
                PolicyFileProperties.class,
                new PolicyFileProperties(Optional.of(path.toString()))));
  }

  private Workbench listed() {
    return open(
        new Workbench(database)
            .withSettings(
                Map.of(
                    "holdfast.policy[0].environments", "*",
                    "holdfast.policy[0].approvers", PATTI.id(),
                    "holdfast.policy[0].safety-backup", "optional")));
  }

  private Workbench open(Workbench bench) {
    benches.add(bench.open("request", "approval", "audit"));
    return bench;
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private static String digest(String text) {
    return PolicyFileParser.parse(text).policy().orElseThrow().digest();
  }

  private static String inForce(Workbench bench) {
    return bench.get(PolicyInForce.class).get().digest();
  }

  private static PolicyProposal pending(Workbench bench) {
    List<PolicyProposal> pending = bench.get(PolicyProposals.class).pending();
    assertThat(pending).hasSize(1);
    return pending.get(0);
  }

  private static State state(Workbench bench, PolicyProposal proposal) {
    return bench.get(PolicyProposals.class).find(proposal.id()).orElseThrow().state();
  }

  private static PolicyDecisionResult decide(
      Workbench bench, PolicyProposal proposal, Person person, boolean approves) {
    return bench.get(PolicyGuard.class).decide(proposal.id(), proposal.digest(), person, approves);
  }

  private static CheckStatus check(Workbench bench) {
    return bench.get(PolicyGuardCheck.class).check().state();
  }

  private static List<String> stored(Workbench bench) {
    return bench
        .get(JdbcClient.class)
        .sql("select reason from policies order by id")
        .query(String.class)
        .list();
  }

  private static List<String> audited(Workbench bench, String what) {
    return bench
        .get(JdbcClient.class)
        .sql("select words from audit where what = ? order by id")
        .param(what)
        .query(String.class)
        .list();
  }
}
