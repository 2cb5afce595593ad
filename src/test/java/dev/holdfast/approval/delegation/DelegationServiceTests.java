package dev.holdfast.approval.delegation;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.approval.policy.PolicyProperties;
import dev.holdfast.approval.review.ReviewReminder;
import dev.holdfast.request.Person;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.jdbc.core.simple.JdbcClient;

class DelegationServiceTests {

  private static final Instant UNTIL = NOW.plus(Duration.ofHours(2));

  private final List<String> told = new ArrayList<>();

  @AutoClose
  private final Workbench bench =
      new Workbench(Databases.H2.fresh())
          .with(PolicyProperties.class, new PolicyProperties(null))
          .with(DelegationListener.class, new Told())
          .with(ReviewReminder.class, request -> {})
          .open("request", "approval", "audit");

  private final DelegationService delegations = bench.get(DelegationService.class);
  private final DelegationRepository stored = bench.get(DelegationRepository.class);

  private final class Told implements DelegationListener {

    @Override
    public void started(Delegation delegation) {
      told.add("started " + delegation.to().name());
    }

    @Override
    public void ended(Delegation delegation) {
      told.add("ended " + delegation.to().name() + " by " + delegation.end().orElseThrow().by());
    }
  }

  @Test
  void isStoredToTheSecondToldAndAudited() {
    Delegation begun = delegations.start(MEGAN, ADELE, UNTIL.plusMillis(7));
    assertThat(begun.until()).isEqualTo(UNTIL);
    assertThat(begun.since()).isEqualTo(NOW);
    assertThat(begun.end()).isEmpty();
    assertThat(told).containsExactly("started Adele Vance");
    assertThat(audited())
        .containsExactly(
            "DELEGATION_STARTED Megan Bowen to Adele Vance (id-adele) until 2026-11-20T12:00:00Z");
    assertThat(delegations.from(MEGAN)).containsExactly(begun);
    assertThat(delegations.to(ADELE)).containsExactly(begun);
    assertThat(delegations.from(ADELE)).isEmpty();
    assertThat(delegations.to(MEGAN)).isEmpty();
  }

  @Test
  void aNewOneTakesThePlaceOfTheOneToTheSamePersonAlone() {
    Delegation toAlex = delegations.start(MEGAN, ALEX, UNTIL);
    Delegation first = delegations.start(MEGAN, ADELE, UNTIL);
    Delegation second = delegations.start(MEGAN, ADELE, UNTIL.plusSeconds(60));
    assertThat(delegations.from(MEGAN)).containsExactly(toAlex, second);
    assertThat(stored.find(first.id()).orElseThrow().end())
        .contains(new Delegation.End(MEGAN, NOW));
    assertThat(audited())
        .contains(
            "DELEGATION_ENDED Megan Bowen from Megan Bowen (id-megan) to Adele Vance (id-adele)");
  }

  @Test
  void endsForOnePersonOrForAll() {
    delegations.start(MEGAN, ALEX, UNTIL);
    delegations.start(MEGAN, ADELE, UNTIL);
    delegations.start(ADELE, ALEX, UNTIL);
    told.clear();
    List<Delegation> ended = delegations.end(MEGAN, Optional.of(ADELE));
    assertThat(ended).extracting(one -> one.to().id()).containsExactly(ADELE.id());
    assertThat(ended).allMatch(one -> one.end().isPresent());
    assertThat(told).containsExactly("ended Adele Vance by " + MEGAN);
    assertThat(delegations.end(MEGAN, Optional.of(ADELE))).isEmpty();
    assertThat(delegations.end(MEGAN, Optional.empty())).hasSize(1);
    assertThat(delegations.from(ADELE)).hasSize(1);
  }

  @Test
  void endsOneOfAPersonsOwn() {
    Delegation one = delegations.start(MEGAN, ADELE, UNTIL);
    delegations.start(MEGAN, ALEX, UNTIL);
    told.clear();
    assertThat(delegations.end(ADELE, one.id())).isEmpty();
    assertThat(delegations.end(MEGAN, 9999)).isEmpty();
    assertThat(told).isEmpty();
    Delegation ended = delegations.end(MEGAN, one.id()).orElseThrow();
    assertThat(ended.end()).contains(new Delegation.End(MEGAN, NOW));
    assertThat(told).containsExactly("ended Adele Vance by " + MEGAN);
    assertThat(delegations.end(MEGAN, one.id())).contains(ended);
    assertThat(told).hasSize(1);
    assertThat(delegations.from(MEGAN)).hasSize(1);
  }

  @Test
  void itsTimeIsOverOnceAndNotBefore() {
    Delegation one = delegations.start(MEGAN, ADELE, UNTIL);
    assertThat(one.isActive(UNTIL.minusMillis(1))).isTrue();
    assertThat(one.isActive(UNTIL)).isFalse();
    bench.clock.advance(Duration.ofHours(2).minusMillis(1));
    delegations.expire(one.id());
    assertThat(delegations.from(MEGAN)).hasSize(1);
    bench.clock.advance(Duration.ofMillis(1));
    assertThat(delegations.from(MEGAN)).isEmpty();
    assertThat(delegations.end(MEGAN, one.id()).orElseThrow().end()).isEmpty();
    delegations.expire(one.id());
    delegations.expire(one.id());
    delegations.expire(9999);
    assertThat(told)
        .containsExactly("started Adele Vance", "ended Adele Vance by " + Person.HOLDFAST);
    assertThat(stored.find(one.id()).orElseThrow().isActive(NOW)).isFalse();
  }

  @Test
  void aTaskAtItsEndEndsIt() {
    Delegation one = delegations.start(MEGAN, ADELE, UNTIL);
    ArgumentCaptor<SchedulableInstance<?>> task = ArgumentCaptor.captor();
    verify(bench.scheduler, atLeastOnce()).schedule(task.capture());
    assertThat(task.getValue().getTaskInstance().getTaskName()).isEqualTo("end-delegation");
    assertThat(task.getValue().getId()).isEqualTo(String.valueOf(one.id()));
    assertThat(task.getValue().getNextExecutionTime(NOW)).isEqualTo(UNTIL);
    bench.clock.advance(Duration.ofHours(2));
    Task<?> end =
        bench.all(Task.class).stream()
            .filter(each -> each.getName().equals("end-delegation"))
            .findFirst()
            .orElseThrow();
    run(end, String.valueOf(one.id()));
    assertThat(stored.find(one.id()).orElseThrow().end().orElseThrow().by())
        .isEqualTo(Person.HOLDFAST);
  }

  private static <T> void run(Task<T> task, String id) {
    task.execute(new TaskInstance<>(task.getName(), id), null);
  }

  @Test
  void idsAreComparedWhateverTheirCaseAndLongNamesAreCut() {
    Person upper = new Person("ID-MEGAN", "M".repeat(300));
    Person delegate = new Person("ID-ADELE", "A".repeat(300));
    Delegation one = stored.add(upper, delegate, NOW, UNTIL);
    assertThat(one.from()).isEqualTo(new Person("id-megan", "M".repeat(256)));
    assertThat(one.to()).isEqualTo(new Person("id-adele", "A".repeat(256)));
    assertThat(delegations.from(new Person("Id-Megan", ""))).containsExactly(one);
    assertThat(delegations.to(new Person("Id-Adele", ""))).containsExactly(one);
    assertThat(stored.end(one.id(), new Delegation.End(upper, NOW))).isTrue();
    assertThat(stored.find(one.id()).orElseThrow().end().orElseThrow().by().name()).hasSize(256);
  }

  @Test
  void allThatHoldAreInTheOrderOfTheirEnds() {
    Delegation late = delegations.start(MEGAN, ADELE, UNTIL);
    Delegation early = delegations.start(MEGAN, ALEX, UNTIL.minusSeconds(60));
    Delegation ended = delegations.start(ADELE, ALEX, UNTIL);
    delegations.end(ADELE, ended.id());
    assertThat(stored.active(NOW)).containsExactly(early, late);
    assertThat(stored.active(UNTIL.minusSeconds(60))).containsExactly(late);
    assertThat(stored.end(ended.id(), new Delegation.End(ALEX, NOW))).isFalse();
  }

  @Test
  void isForgottenLongAfterItsEnd() {
    Delegation ended = delegations.start(MEGAN, ADELE, UNTIL);
    Delegation active = delegations.start(MEGAN, ALEX, NOW.plus(Duration.ofDays(300)));
    delegations.end(MEGAN, ended.id());
    ExpiredDelegations expired = bench.get(ExpiredDelegations.class);
    assertThat(expired.name()).isEqualTo("delegations");
    assertThat(expired.delete(10)).isZero();
    bench.clock.advance(Duration.ofDays(200));
    assertThat(expired.delete(10)).isEqualTo(1);
    assertThat(stored.find(ended.id())).isEmpty();
    assertThat(stored.find(active.id())).isPresent();
  }

  private List<String> audited() {
    return bench
        .get(JdbcClient.class)
        .sql("select what || ' ' || who_name || ' ' || words from audit order by id")
        .query(String.class)
        .list();
  }
}
