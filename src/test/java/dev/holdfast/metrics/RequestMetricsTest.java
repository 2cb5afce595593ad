package dev.holdfast.metrics;

import static dev.holdfast.testing.MovedRequests.LATER;
import static dev.holdfast.testing.Samples.MEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RequestMetricsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RequestMetrics metrics =
      new RequestMetrics(Metered.kinds(), Metered.provided(meters));
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(Databases.H2.empty().dataSource()));

  RequestMetricsTest() {
    metrics.afterSingletonsInstantiated();
  }

  @Test
  void allAreThereFromTheStartWithZero() {
    assertThat(meters.find("holdfast.requests.submitted").counters())
        .hasSize(4)
        .allMatch(counter -> counter.count() == 0);
    assertThat(meters.find("holdfast.requests.ended").counters()).hasSize(4 * 9);
    assertThat(meters.find("holdfast.operations.started").counters()).hasSize(4);
    assertThat(meters.find("holdfast.operations.ended").counters()).hasSize(4 * 3);
    assertThat(meters.find("holdfast.approvals.decision").timers()).hasSize(4 * 2);
  }

  @Test
  void onlyWhatIsCommittedCounts() {
    int before = meters.getMeters().size();

    transaction.executeWithoutResult(
        status -> {
          tell(RequestEventType.FAILED, RequestState.FAILED);
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(
        status -> {
          tell(RequestEventType.UNKNOWN, RequestState.UNKNOWN);
          assertThat(ended("unknown").count()).isZero();
        });

    assertThat(ended("failed").count()).isZero();
    assertThat(ended("unknown").count()).isEqualTo(1);
    assertThat(meters.getMeters()).hasSize(before);
  }

  @Test
  void aDecisionIsMeasuredWhenItsComplete() {
    transaction.executeWithoutResult(
        status -> {
          tell(RequestEventType.SUBMITTED, RequestState.AWAITING_APPROVAL);
          tell(RequestEventType.APPROVED, RequestState.AWAITING_APPROVAL);
          tell(RequestEventType.APPROVED, RequestState.APPROVED);
        });

    Timer decision =
        meters
            .get("holdfast.approvals.decision")
            .tags("type", "restore", "decision", "approved")
            .timer();
    assertThat(decision.count()).isEqualTo(1);
    assertThat(decision.totalTime(TimeUnit.SECONDS)).isEqualTo(60);
  }

  @Test
  void whatNeedsNoApprovalHasNoTimeToDecide() {
    transaction.executeWithoutResult(
        status -> tell(RequestEventType.SUBMITTED, RequestState.APPROVED));

    assertThat(meters.find("holdfast.approvals.decision").timers())
        .allMatch(timer -> timer.count() == 0);
    assertThat(meters.get("holdfast.requests.submitted").tag("type", "restore").counter().count())
        .isEqualTo(1);
  }

  private void tell(RequestEventType type, RequestState state) {
    Request request = Samples.awaiting(2);
    metrics.on(request, new RequestEvent(request.id(), 2, type, state, MEGAN, LATER, ""));
  }

  private Counter ended(String outcome) {
    return meters
        .get("holdfast.operations.ended")
        .tags("type", "restore", "outcome", outcome)
        .counter();
  }
}
