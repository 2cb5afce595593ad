package dev.holdfast.approval.policy.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.holdfast.approval.policy.GroupSource;
import dev.holdfast.approval.policy.people.GroupMember.Standing;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts of a group, by when and how it was read. */
@EachDatabase
class StoredGroupsTests {

  private static final GroupSource GROUP = new GroupSource(GroupSource.Kind.ENTRA_GROUP, "a1");
  private static final GroupProperties PROPERTIES =
      new GroupProperties(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2));

  private final Databases database;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final GroupReader reader = mock(GroupReader.class);
  private JdbcClient jdbc;
  private GroupReads reads;
  private StoredGroups groups;

  StoredGroupsTests(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    jdbc = JdbcClient.create(database.fresh().dataSource());
    when(reader.kind()).thenReturn(GroupSource.Kind.ENTRA_GROUP);
    groups = replica();
  }

  @AfterEach
  void close() {
    reads.destroy();
  }

  @SuppressWarnings("unchecked")
  private StoredGroups replica() {
    ObjectProvider<GroupReader> readers = mock(ObjectProvider.class);
    when(readers.stream()).thenAnswer(asked -> Stream.of(reader));
    GroupReadings readings = new GroupReadings(jdbc);
    reads = new GroupReads(readings, readers, clock);
    return new StoredGroups(readings, reads, PROPERTIES, clock);
  }

  private void lists(GroupMember... members) {
    doReturn(List.of(members)).when(reader).read(any());
  }

  private void fails(GroupProblem problem) {
    doThrow(new GroupReadException(problem, "it failed")).when(reader).read(any());
  }

  @Test
  void grantsNothingBeforeItWasRead() {
    assertThat(groups.problem(GROUP)).contains(GroupProblem.NOT_READ);
    assertThat(groups.of(GROUP).problem()).isPresent();
  }

  @Test
  void tellsRegularMembersFromOthersAndLeavesOutDisabledAccounts() {
    lists(
        new GroupMember("MEGAN", Standing.REGULAR),
        new GroupMember("guest", Standing.GUEST),
        new GroupMember("who", Standing.UNKNOWN),
        new GroupMember("gone", Standing.DISABLED));
    groups.refresh(Set.of(GROUP));
    assertThat(groups.of(GROUP).members()).containsExactly("megan");
    assertThat(groups.of(GROUP).others()).containsExactly("guest", "who");
  }

  @Test
  void anotherReplicaAndARestartKnowIt() {
    lists(new GroupMember("megan", Standing.REGULAR));
    groups.refresh(Set.of(GROUP));
    assertThat(replica().of(GROUP).members()).containsExactly("megan");
  }

  @Test
  void whatWasReadTooLongAgoGrantsNothing() {
    lists(new GroupMember("megan", Standing.REGULAR));
    groups.refresh(Set.of(GROUP));
    clock.advance(Duration.ofMinutes(31));
    assertThat(groups.problem(GROUP)).contains(GroupProblem.STALE);
    assertThat(groups.of(GROUP).members()).isEmpty();
  }

  @Test
  void aDecisionReadsWhatIsOlderThanSeconds() {
    lists(new GroupMember("megan", Standing.REGULAR));
    groups.refresh(Set.of(GROUP));
    lists();
    groups.refresh(Set.of(GROUP));
    assertThat(groups.of(GROUP).members()).containsExactly("megan");
    clock.advance(Duration.ofSeconds(11));
    groups.refresh(Set.of(GROUP));
    assertThat(groups.of(GROUP).members()).isEmpty();
    assertThat(groups.of(GROUP).problem()).isEmpty();
  }

  @Test
  void whatADecisionCannotReadGrantsNothingUntilItIsReadAgain() {
    lists(new GroupMember("megan", Standing.REGULAR));
    groups.refresh(Set.of(GROUP));
    clock.advance(Duration.ofSeconds(11));
    fails(GroupProblem.THROTTLED);
    groups.refresh(Set.of(GROUP));
    assertThat(groups.problem(GROUP)).contains(GroupProblem.THROTTLED);
    assertThat(groups.of(GROUP).members()).isEmpty();
    lists(new GroupMember("megan", Standing.REGULAR));
    groups.refresh(Set.of(GROUP));
    assertThat(groups.of(GROUP).members()).containsExactly("megan");
  }

  @Test
  void inTheBackgroundATemporaryFailureLeavesWhatWasRead() {
    lists(new GroupMember("megan", Standing.REGULAR));
    groups.refresh(Set.of(GROUP));
    clock.advance(Duration.ofMinutes(6));
    fails(GroupProblem.UNREACHABLE);
    groups.refreshOld(Set.of(GROUP), Duration.ofSeconds(5));
    assertThat(groups.of(GROUP).members()).containsExactly("megan");
    fails(GroupProblem.FORBIDDEN);
    groups.refreshOld(Set.of(GROUP), Duration.ofSeconds(5));
    assertThat(groups.problem(GROUP)).contains(GroupProblem.FORBIDDEN);
  }

  @Test
  void aDecisionDoesNotWaitLong() {
    CountDownLatch answer = new CountDownLatch(1);
    doAnswer(
            asked -> {
              answer.await();
              return List.of();
            })
        .when(reader)
        .read(any());
    groups.refresh(Set.of(GROUP));
    assertThat(groups.problem(GROUP)).contains(GroupProblem.TIMEOUT);
    answer.countDown();
  }

  @Test
  void nothingIsKeptOfAGroupThatHasLeftThePolicy() {
    GroupSource other = new GroupSource(GroupSource.Kind.ENTRA_GROUP, "b2");
    lists(new GroupMember("megan", Standing.REGULAR));
    groups.refresh(Set.of(GROUP, other));
    groups.forgetAllBut(Set.of(other));
    assertThat(jdbc.sql("select source from policy_groups").query(String.class).list())
        .containsExactly("entra_group:b2");
    assertThat(groups.problem(GROUP)).contains(GroupProblem.NOT_READ);
    assertThat(groups.of(other).members()).containsExactly("megan");
  }
}
