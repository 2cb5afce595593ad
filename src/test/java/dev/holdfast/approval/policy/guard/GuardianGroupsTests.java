package dev.holdfast.approval.policy.guard;

import static dev.holdfast.testing.Samples.ALEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.policy.file.PolicyFileProperties;
import dev.holdfast.approval.policy.people.GroupMember;
import dev.holdfast.approval.policy.people.GroupMember.Standing;
import dev.holdfast.approval.policy.people.GroupProblem;
import dev.holdfast.approval.policy.people.GroupReadException;
import dev.holdfast.approval.policy.people.GroupReader;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guardians who are the members of a group that is kept elsewhere. */
class GuardianGroupsTests {

  private static final Person PATTI =
      new Person("00000000-0000-0000-0000-000000000071", "Patti Fernandez");
  private static final Person LEE = new Person("00000000-0000-0000-0000-000000000072", "Lee Gu");

  private static final String POLICY =
      """
      version: 1
      groups:
        keepers: {entra-groups: 00000000-0000-0000-0000-0000000000a1}
      guardians: keepers
      rules:
        - name: All
          environments: all
          held: {request: 00000000-0000-0000-0000-000000000021, approve: 00000000-0000-0000-0000-000000000021, approvals: 0}
      """;
  private static final String LOOSE = POLICY.replaceFirst("request: [^,]*", "request: '*'");

  private final List<String> asked = new ArrayList<>();
  private Optional<List<GroupMember>> members = Optional.empty();
  @TempDir private Path folder;
  @AutoClose private Workbench bench;

  @BeforeEach
  void start() throws IOException {
    write(POLICY);
    bench =
        new Workbench(Databases.H2.fresh())
            .with(PolicyProperties.class, new PolicyProperties(List.of()))
            .with(
                PolicyFileProperties.class,
                new PolicyFileProperties(Optional.of(folder.resolve("policy.yaml").toString())))
            .with(GroupReader.class, new Listed())
            .with(PolicyProposalListener.class, new Asked())
            .open("request", "approval", "audit");
    guard().refresh();
  }

  private final class Listed implements GroupReader {

    @Override
    public GroupSource.Kind kind() {
      return GroupSource.Kind.ENTRA_GROUP;
    }

    @Override
    public List<GroupMember> read(GroupSource source) {
      return members.orElseThrow(
          () -> new GroupReadException(GroupProblem.UNREACHABLE, "the test says so"));
    }
  }

  private final class Asked implements PolicyProposalListener {

    @Override
    public void changed(PolicyProposal proposal, List<String> guardians) {
      asked.add("changed " + guardians);
    }

    @Override
    public void waits(PolicyProposal proposal, List<String> guardians) {
      asked.add("waits " + guardians);
    }
  }

  @Test
  void nobodyGuardsBeforeTheGroupIsRead() {
    assertThat(guard().isGuardian(LEE)).isFalse();
    assertThat(guard().unreadableGuardians()).isPresent();
    assertThat(said()).startsWith("WARNING Not all guardians are known now. ").contains("keepers");
  }

  @Test
  void whatIsPreparedKnowsTheMembers() {
    lists(LEE);
    guard().prepare();
    assertThat(guard().unreadableGuardians()).isEmpty();
    assertThat(guard().isGuardian(LEE)).isTrue();
    assertThat(guard().isGuardian(ALEX)).isFalse();
    assertThat(said()).startsWith("OK 1 guardian(s) of 1 have to approve");
  }

  @Test
  void anEmptyGroupCannotAgree() {
    lists();
    guard().prepare();
    assertThat(said())
        .isEqualTo(
            "BROKEN 1 guardian(s) have to approve a change of the policy, and there are only 0.");
  }

  /** Also those who weren't guardians yet when it was proposed. */
  @Test
  void whileAProposalWaitsItsGuardiansOfNowAreAsked() throws IOException {
    write(LOOSE);
    guard().refresh();
    assertThat(asked).containsExactly("changed []");
    lists(PATTI, LEE);
    guard().prepare();
    bench.clock.advance(Duration.ofSeconds(61));
    guard().refresh();
    assertThat(asked)
        .hasSize(2)
        .element(1)
        .isEqualTo("waits [%s, %s]".formatted(PATTI.id(), LEE.id()));
  }

  private void lists(Person... people) {
    members =
        Optional.of(
            List.of(people).stream()
                .map(person -> new GroupMember(person.id(), Standing.REGULAR))
                .toList());
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), text);
  }

  private PolicyGuard guard() {
    return bench.get(PolicyGuard.class);
  }

  private String said() {
    var result = bench.get(PolicyGuardCheck.class).check();
    return result.state() + " " + result.sentence();
  }
}
