package dev.holdfast.request.followup;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.severalBackups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.followup.PartRequests.Part;
import dev.holdfast.request.store.RequestCounts;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Each part is stored once, whoever tries it and however often. */
@EachDatabase
class PartRequestsTests {

  private final Workbench bench;
  private PartRequests parts;
  private Request whole;

  PartRequestsTests(Databases database) {
    bench = new Workbench(database.fresh());
  }

  @BeforeEach
  void open() {
    bench.open("request", "audit");
    parts = new PartRequests(bench.requests());
    whole = bench.add(Request.submit(new RequestId(1), details(severalBackups(), 0)));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void add() {
    inTransaction(() -> parts.add(whole, NOW));
  }

  private void inTransaction(Runnable work) {
    bench.get(TransactionTemplate.class).executeWithoutResult(status -> work.run());
  }

  private List<Request> stored() {
    return parts.of(whole).stream().flatMap(part -> part.request().stream()).toList();
  }

  @Test
  void thereIsOneForEachEnvironmentWithWhatItIsAPartOf() {
    assertThat(parts.of(whole)).hasSize(2).noneMatch(part -> part.request().isPresent());
    add();
    assertThat(stored())
        .hasSize(2)
        .allSatisfy(
            part -> {
              assertThat(part.state()).isEqualTo(RequestState.APPROVED);
              assertThat(part.details().isPart()).isTrue();
              assertThat(part.details().followUpOf()).contains(whole.id());
              assertThat(part.details().requester()).isEqualTo(ALEX);
              assertThat(part.terms().approvals()).isZero();
              assertThat(parts.wholeOf(part).map(Request::id)).contains(whole.id());
            });
    assertThat(parts.of(whole)).allMatch(Part::isWaiting).noneMatch(Part::isOver);
    assertThat(whole.details().isPart()).isFalse();
    assertThat(parts.wholeOf(whole)).isEmpty();
  }

  @Test
  void theSamePartsAreNeverStoredTwice() {
    add();
    assertThatThrownBy(this::add).isInstanceOf(DuplicateKeyException.class);
    assertThat(bench.requests().recent(10)).hasSize(3);
  }

  /** As if somebody wrote a request into the database that names another as its whole. */
  @Test
  void whatOnlySaysThatItIsAPartIsNone() {
    Request forged =
        Request.submit(
            new RequestId(7), details(severalBackups().parts("R-1").get(0), 0, "draft-7"));
    assertThat(forged.details().isPart()).isTrue();
    assertThat(parts.wholeOf(forged)).isEmpty();
  }

  @Test
  void onlyWhatHasNotBegunIsCanceled() {
    add();
    Request begun = stored().get(0);
    inTransaction(() -> bench.requests().save(begun, begun.mainStep().commitStart(NOW)));
    inTransaction(() -> parts.cancelWaiting(whole, ALEX, NOW));
    assertThat(stored())
        .extracting(Request::state)
        .containsExactly(RequestState.STARTING, RequestState.CANCELLED);
  }

  @Test
  void allOfThemCountAsOneOpenRequestOfAPerson() {
    add();
    assertThat(bench.get(RequestCounts.class).openOf(ALEX.id())).isEqualTo(1);
  }

  @Test
  void thePartsAreStoredWithTheDetailsThatAreApproved() {
    add();
    RequestDetails part = stored().get(1).details();
    assertThat(part.spec()).isEqualTo(severalBackups().parts(whole.id().toString()).get(1));
    assertThat(part.digestVersion()).isEqualTo(RequestDetails.DIGEST_VERSION);
    assertThat(part.submission().origin().inChat()).isFalse();
  }
}
