package dev.holdfast.audit;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.audit.RequestSearchCriteria.Who;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.AuditEvent;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class RequestSearchTests {

  private static final RequestSearchCriteria ALL =
      new RequestSearchCriteria(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Comparator<RequestId> NEWEST_FIRST =
      Comparator.comparingLong(RequestId::number).reversed();

  private final Databases database;
  private RecordBench record;
  private RequestId restore;
  private RequestId copy;

  RequestSearchTests(Databases database) {
    this.database = database;
  }

  /** A restore that Megan approved and a backup that Adele rejected; Lee may not decide. */
  @BeforeEach
  void open() {
    record = new RecordBench(database);
    Request first = record.submitted();
    record.bench.change(
        first, one -> one.approval().approve(MEGAN, "", one.details().digest(), NOW));
    Request second =
        record.bench.add(
            Request.submit(record.bench.requests().nextId(), details(backup(), 1, "backup")));
    record.bench.change(second, one -> one.approval().reject(ADELE, "no", NOW));
    record.bench.in(
        () ->
            record
                .bench
                .requests()
                .publish(
                    new AuditEvent(
                        second.id(),
                        AuditEventType.DECISION_REFUSED,
                        second.state(),
                        MEGAN,
                        NOW,
                        "")));
    restore = first.id();
    copy = second.id();
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void theNewestComesFirst() {
    assertThat(found(ALL)).containsExactly(copy, restore);
  }

  @Test
  void anEnvironmentIsFoundAtBothEnds() {
    assertThat(found(environment(UAT.id()))).containsExactly(copy, restore);
    assertThat(found(environment(DEV.id()))).containsExactly(restore);
  }

  @Test
  void aPersonIsFoundByTheBeginningOfTheNameWhoAskedOrDecided() {
    assertThat(found(person("alex", Optional.empty()))).containsExactly(copy, restore);
    assertThat(found(person("MEGAN b", Optional.empty()))).containsExactly(restore);
    assertThat(found(person("ade", Optional.empty()))).containsExactly(copy);
    assertThat(found(person("bowen", Optional.empty()))).isEmpty();
    assertThat(found(person("%", Optional.empty()))).isEmpty();
    assertThat(found(person("_lex", Optional.empty()))).isEmpty();
  }

  @Test
  void aKnownPersonIsFoundByIdAlone() {
    assertThat(found(person("whatever", Optional.of(ALEX.id())))).containsExactly(copy, restore);
    assertThat(found(person("whatever", Optional.of(MEGAN.id())))).containsExactly(restore);
  }

  @Test
  void theStateIsThePresentOne() {
    assertThat(found(state(RequestState.REJECTED))).containsExactly(copy);
    assertThat(found(state(RequestState.AWAITING_APPROVAL))).isEmpty();
  }

  @Test
  void aTimeHoldsItsFirstInstantAndNotItsLast() {
    assertThat(found(between(NOW, NOW.plusSeconds(1)))).hasSize(2);
    assertThat(found(between(NOW.minusSeconds(1), NOW))).isEmpty();
    assertThat(found(between(NOW.plusSeconds(1), NOW.plusSeconds(2)))).isEmpty();
  }

  @Test
  void aPageBeginsBehindTheLastRequestOfTheOneBefore() {
    RequestSearchCriteria next =
        new RequestSearchCriteria(
            Optional.of(UAT.id()),
            Optional.of(new Who("Alex", Optional.empty())),
            Optional.empty(),
            Optional.of(NOW),
            Optional.empty(),
            Optional.of(copy));
    assertThat(found(next)).containsExactly(restore);
    assertThat(record.bench.get(RequestSearch.class).find(ALL, 1)).containsExactly(copy);
  }

  @Test
  void whatNarrowsTheSearchMostChangesNothingOfWhatIsFound() {
    for (int i = 0; i < 150; i++) {
      record.bench.change(record.submitted(), one -> one.approval().cancel(ALEX, NOW));
    }

    assertThat(found(of(UAT.id(), ALEX.id(), RequestState.REJECTED))).containsExactly(copy);
    assertThat(found(of(DEV.id(), ALEX.id(), RequestState.REJECTED))).isEmpty();
    assertThat(found(of(DEV.id(), ALEX.id(), RequestState.CANCELLED)))
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(found(of(DEV.id(), MEGAN.id(), RequestState.CANCELLED))).isEmpty();
    assertThat(found(environment(DEV.id()))).hasSize(10).doesNotContain(restore);
    assertThat(found(person("a", Optional.empty()))).hasSize(10).isSortedAccordingTo(NEWEST_FIRST);
  }

  private static RequestSearchCriteria of(String environment, String person, RequestState state) {
    return new RequestSearchCriteria(
        Optional.of(environment),
        Optional.of(new Who("", Optional.of(person))),
        Optional.of(state),
        Optional.of(NOW.minusSeconds(1)),
        Optional.of(NOW.plusSeconds(1)),
        Optional.empty());
  }

  private List<RequestId> found(RequestSearchCriteria search) {
    return record.bench.get(RequestSearch.class).find(search, 10);
  }

  private static RequestSearchCriteria environment(String id) {
    return new RequestSearchCriteria(
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RequestSearchCriteria person(String name, Optional<String> id) {
    return new RequestSearchCriteria(
        Optional.empty(),
        Optional.of(new Who(name, id)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RequestSearchCriteria state(RequestState state) {
    return new RequestSearchCriteria(
        Optional.empty(),
        Optional.empty(),
        Optional.of(state),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RequestSearchCriteria between(Instant since, Instant until) {
    return new RequestSearchCriteria(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(since),
        Optional.of(until),
        Optional.empty());
  }
}
