package dev.holdfast.request.store;

import static dev.holdfast.testing.Samples.ADELE;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.backup;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestDetails.Emergency;
import dev.holdfast.request.RequestId;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.request.store.RequestSummary.EmergencyStanding;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.MovedRequests;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists read what they show, and not what people wrote. */
@EachDatabase
class RequestSummariesTests {

  private static final Set<RequestState> UNSETTLED =
      Set.of(RequestState.AWAITING_APPROVAL, RequestState.UNKNOWN);

  private final Workbench bench;
  private RequestSummaries summaries;

  RequestSummariesTests(Databases database) {
    bench = new Workbench(database.fresh());
  }

  @BeforeEach
  void open() {
    bench.open("request", "audit");
    summaries = bench.get(RequestSummaries.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Request add(long number) {
    return bench.add(Request.submit(new RequestId(number), details(restore(), 1, "d-" + number)));
  }

  @Test
  void aSummaryIsReadWithoutTheRequest() {
    Request request = add(1);
    bench.get(JdbcClient.class).sql("update requests set body = 'not read'").update();
    RequestSummary read = only(request.id());
    assertThat(read).isEqualTo(RequestSummary.of(request));
    assertThat(read.source()).isEqualTo(UAT);
    assertThat(read.target()).contains(DEV);
    assertThat(read.requester()).isEqualTo(ALEX);
  }

  @Test
  void whatAnEarlierVersionWroteIsReadAsAWhole() {
    Request request = add(1);
    JdbcClient jdbc = bench.get(JdbcClient.class);
    jdbc.sql("update requests set summary = null, summary_version = null").update();
    assertThat(only(request.id())).isEqualTo(RequestSummary.of(request));
    jdbc.sql("update requests set summary = '{}', summary_version = version - 1").update();
    assertThat(only(request.id())).isEqualTo(RequestSummary.of(request));
  }

  @Test
  void itSaysWhereAnEmergencyStands() {
    Request request =
        bench.add(
            Request.submit(
                new RequestId(1),
                MovedRequests.asEmergency(
                    details(restore(), 0),
                    new Emergency(List.of(), Duration.ofDays(1), List.of()))));
    assertThat(only(request.id()).standing().emergency()).contains(EmergencyStanding.DECLARED);
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
    bench.change(request, r -> r.mainStep().beginVerification(NOW));
    bench.change(request, r -> r.mainStep().succeed(Message.plain("done"), NOW));
    assertThat(only(request.id()).isReviewMissing()).isTrue();
    assertThat(only(request.id()).isSettled()).isFalse();
    bench.change(request, r -> r.emergency().review(ADELE, "It was needed.", NOW));
    assertThat(only(request.id()).standing().emergency()).contains(EmergencyStanding.REVIEWED);
    assertThat(only(request.id()).isSettled()).isTrue();
  }

  @Test
  void itFollowsTheRequest() {
    Request request = bench.add(Request.submit(new RequestId(1), details(backup(), 0)));
    assertThat(only(request.id()).target()).isEmpty();
    bench.change(request, one -> one.mainStep().commitStart(NOW));
    bench.change(
        request,
        one -> one.mainStep().outcomeUnknown(Outcome.beforeStart(NOW, Message.plain("lost"))));
    RequestSummary unknown = only(request.id());
    assertThat(unknown.standing().question()).contains(RequestSummary.OpenQuestion.NEEDED);
    assertThat(unknown.isSettled()).isFalse();
    bench.change(request, one -> one.resolution().giveUp(ALEX, "nobody knows", NOW));
    assertThat(only(request.id()).isSettled()).isTrue();
  }

  @Test
  void aPageBeginsBehindARequest() {
    for (long number = 1; number <= 5; number++) {
      add(number);
    }
    assertThat(summaries.newest(UNSETTLED, Optional.empty(), 2))
        .extracting(RequestId::number)
        .containsExactly(5L, 4L);
    assertThat(summaries.newest(UNSETTLED, Optional.of(new RequestId(4)), 10))
        .extracting(RequestId::number)
        .containsExactly(3L, 2L, 1L);
  }

  private RequestSummary only(RequestId id) {
    List<RequestSummary> read = summaries.of(List.of(id));
    assertThat(read).hasSize(1);
    return read.get(0);
  }
}
