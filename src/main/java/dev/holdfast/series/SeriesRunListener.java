package dev.holdfast.series;

import dev.holdfast.request.Request;
import dev.holdfast.request.RequestEvent;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.event.RequestEventListener;
import dev.holdfast.request.schedule.SeriesRun;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells a series how one of its runs ended, in the transaction of that end. */
@Component
public class SeriesRunListener implements RequestEventListener {

  /** How a run can end. */
  public static final Set<RequestEventType> ENDS =
      EnumSet.of(
          RequestEventType.SUCCEEDED,
          RequestEventType.FAILED,
          RequestEventType.UNKNOWN,
          RequestEventType.REJECTED,
          RequestEventType.EXPIRED,
          RequestEventType.CANCELLED,
          RequestEventType.VOIDED,
          RequestEventType.REHEARSED,
          RequestEventType.MISSED);

  private final SeriesRepository series;
  private final SeriesRunner runner;

  SeriesRunListener(SeriesRepository series, SeriesRunner runner) {
    this.series = series;
    this.runner = runner;
  }

  @Override
  public void on(Request request, RequestEvent event) {
    SeriesRun.of(request.details().submission().draft()).ifPresent(run -> ended(run, event));
  }

  /** A run whose outcome was unknown counts by what people say of it later. */
  private void ended(SeriesRun run, RequestEvent event) {
    series
        .lock(run.series())
        .ifPresent(
            running -> {
              RunState end = end(event.type());
              boolean first = series.moveRun(running.id(), run.at(), RunState.REQUESTED, end);
              if (!first && end == RunState.SUCCEEDED) {
                series.moveRun(running.id(), run.at(), RunState.FAILED, end);
              }
              if (first) {
                runner.runEnded(running);
              }
            });
  }

  private static RunState end(RequestEventType type) {
    return switch (type) {
      case SUCCEEDED, REHEARSED -> RunState.SUCCEEDED;
      case MISSED -> RunState.MISSED;
      case CANCELLED -> RunState.SKIPPED;
      default -> RunState.FAILED;
    };
  }
}
