package dev.holdfast.metrics;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestState;
import dev.holdfast.request.event.RequestEventListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts, once their transaction is committed: requests as they are submitted and as they end,
 * operations as the service takes them and as they end, and the time until a decision. All are
 * there from the start.
 */
@Component
public class RequestMetrics implements RequestEventListener, SmartInitializingSingleton {

  /** The events that count. */
  public static final Set<RequestEventType> COUNTED =
      EnumSet.of(
          RequestEventType.SUBMITTED,
          RequestEventType.APPROVED,
          RequestEventType.REJECTED,
          RequestEventType.CANCELLED,
          RequestEventType.EXPIRED,
          RequestEventType.VOIDED,
          RequestEventType.REHEARSED,
          RequestEventType.MISSED,
          RequestEventType.STARTED,
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.UNKNOWN);

  private static final String SUBMITTED = "holdfast.requests.submitted";
  private static final String ENDED = "holdfast.requests.ended";
  private static final String STARTED = "holdfast.operations.started";
  private static final String OPERATION_ENDED = "holdfast.operations.ended";
  private static final String DECISION = "holdfast.approvals.decision";

  private static final Set<RequestState> OUTCOMES =
      EnumSet.of(RequestState.SUCCEEDED, RequestState.FAILED, RequestState.UNKNOWN);
  private static final List<RequestState> DECISIONS =
      List.of(RequestState.APPROVED, RequestState.REJECTED);

  private final OperationKinds kinds;
  private final ObjectProvider<MeterRegistry> meters;

  /**
   * @param meters absent where Holdfast only answers a question, as on the command line
   */
  RequestMetrics(OperationKinds kinds, ObjectProvider<MeterRegistry> meters) {
    this.kinds = kinds;
    this.meters = meters;
  }

  @Override
  public void afterSingletonsInstantiated() {
    meters.ifAvailable(registry -> kinds.all().forEach(kind -> register(registry, kind)));
  }

  private static void register(MeterRegistry registry, String kind) {
    registry.counter(SUBMITTED, "type", kind);
    registry.counter(STARTED, "type", kind);
    for (RequestState state : RequestState.values()) {
      if (state.isClosed()) {
        registry.counter(ENDED, "type", kind, "state", tag(state));
      }
    }
    OUTCOMES.forEach(
        state -> registry.counter(OPERATION_ENDED, "type", kind, "outcome", tag(state)));
    DECISIONS.forEach(state -> registry.timer(DECISION, "type", kind, "decision", tag(state)));
  }

  @Override
  public void on(Request request, RequestEvent event) {
    String kind = kinds.of(request.details().spec().kind());
    Duration age = Duration.between(request.details().submission().at(), event.at());
    meters.ifAvailable(
        registry ->
            TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                  @Override
                  public void afterCommit() {
                    count(registry, kind, event, age);
                  }
                }));
  }

  private static void count(MeterRegistry registry, String kind, RequestEvent event, Duration age) {
    RequestState state = event.state();
    switch (event.type()) {
      case SUBMITTED -> registry.counter(SUBMITTED, "type", kind).increment();
      case STARTED -> registry.counter(STARTED, "type", kind).increment();
      default -> {}
    }
    if (state.isClosed()) {
      registry.counter(ENDED, "type", kind, "state", tag(state)).increment();
    }
    if (OUTCOMES.contains(state)) {
      registry.counter(OPERATION_ENDED, "type", kind, "outcome", tag(state)).increment();
    }
    if (event.type() != RequestEventType.SUBMITTED && DECISIONS.contains(state)) {
      registry.timer(DECISION, "type", kind, "decision", tag(state)).record(age);
    }
  }

  private static String tag(RequestState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
