package dev.holdfast.series;

import dev.holdfast.message.Message;
import dev.holdfast.request.Request;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.request.store.RequestRepository;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The runs of a series that are requested. What hasn't begun can be taken back. */
@Component
class OpenRuns {

  private final SeriesRepository series;
  private final RequestRepository requests;
  private final SeriesRecord record;

  OpenRuns(SeriesRepository series, RequestRepository requests, SeriesRecord record) {
    this.series = series;
    this.requests = requests;
    this.record = record;
  }

  /** Locks what hasn't ended. Requests are locked before their series, as by whoever ends one. */
  void lock(SeriesId id) {
    series.open(id).forEach(run -> run.request().ifPresent(requests::lock));
  }

  /** Takes back all that haven't begun. The series is locked. */
  void takeBack(SeriesId id, Message why) {
    series.open(id).forEach(run -> takeBack(id, run, why));
  }

  /**
   * Takes back the first one that hasn't begun. The series is locked.
   *
   * @return it; empty when there's none
   */
  Optional<Run> takeBackFirst(SeriesId id, Message why) {
    List<Run> open = series.open(id);
    return open.stream().filter(run -> takeBack(id, run, why)).findFirst();
  }

  /** The row goes first: its end is no failure then. */
  private boolean takeBack(SeriesId id, Run run, Message why) {
    Optional<Request> request =
        run.request().flatMap(requests::lock).filter(waiting -> waiting.approval().isVoidable());
    request.ifPresent(
        waiting -> {
          series.moveRun(id, run.at(), RunState.REQUESTED, RunState.SKIPPED);
          requests.save(waiting, waiting.approval().voidRequest(why, record.now()));
        });
    return request.isPresent();
  }
}
