package dev.holdfast.series;

import dev.holdfast.approval.SeriesApproval;
import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.operation.repeat.Repetition.Occurrence;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.followup.RequestContents;
import dev.holdfast.request.schedule.PlannedStart;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.request.schedule.SeriesRun;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.store.RequestRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests the runs of series some time before their start. What comes too late is missed and never
 * made up for. Each series is handled in a transaction of its own under its lock, so a run is
 * requested once, however many replicas try.
 */
@Component
public class SeriesRunner {

  /** While it isn't known what the policy says. */
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofHours(1);

  private final SeriesRepository series;
  private final RequestRepository requests;
  private final SeriesApproval approvals;
  private final RequestContents contents;
  private final OpenRuns runs;
  private final SeriesRecord record;
  private final SeriesProperties settings;
  private final TransactionTemplate transaction;

  SeriesRunner(
      SeriesRepository series,
      RequestRepository requests,
      SeriesApproval approvals,
      RequestContents contents,
      OpenRuns runs,
      SeriesRecord record,
      SeriesProperties settings,
      TransactionTemplate transaction) {
    this.series = series;
    this.requests = requests;
    this.approvals = approvals;
    this.contents = contents;
    this.runs = runs;
    this.record = record;
    this.settings = settings;
    this.transaction = transaction;
  }

  /**
   * Requests the runs of a series that are due.
   *
   * @return how long to wait before the next look; empty when it has ended
   */
  public Optional<Duration> run(SeriesId id) {
    return transaction.execute(status -> runLocked(id));
  }

  private Optional<Duration> runLocked(SeriesId id) {
    Optional<Series> active = series.lock(id).filter(known -> known.state() == SeriesState.ACTIVE);
    while (active.flatMap(Series::next).filter(this::isDue).isPresent()) {
      active = step(active.orElseThrow());
    }
    return series.find(id).filter(known -> !known.isOver()).map(this::pauseOf);
  }

  /** Until the next run is to be requested; otherwise until somebody may have changed something. */
  private Duration pauseOf(Series known) {
    Instant now = record.now();
    return known
        .next()
        .filter(at -> known.state() == SeriesState.ACTIVE)
        .map(at -> Duration.between(now, at.minus(settings.lead())))
        .map(pause -> pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause)
        .orElse(LONGEST);
  }

  private boolean isDue(Instant at) {
    return !at.isAfter(record.now().plus(settings.lead()));
  }

  /**
   * Deals with the next run.
   *
   * @return the series where it can go on at once
   */
  private Optional<Series> step(Series active) {
    SeriesTerms terms = requests.find(active.approval()).map(SeriesTerms::of).orElseThrow();
    Optional<String> changed = contents.fault(terms.approval());
    if (changed.isPresent() || !terms.isInForce(approvals)) {
      return pause(active, SeriesReason.CHANGED, changed.orElse("its approval isn't in force"));
    }
    Instant at = active.next().orElseThrow();
    Optional<Occurrence> time = terms.spec().times().at(at);
    if (time.isEmpty() || series.run(active.id(), at).isPresent()) {
      return Optional.of(goOn(active, terms, at));
    }
    PlannedStart start = terms.spec().start(time.get());
    if (start.isOver(record.now())) {
      leaveOut(active, new Run(at, RunState.MISSED, Optional.empty()), Person.HOLDFAST, "missed");
      return Optional.of(goOn(active, terms, at));
    }
    return request(active, terms, terms.spec().of(time.get()), start);
  }

  /** Where it isn't known what the policy says, it's asked again later. */
  private Optional<Series> request(
      Series active, SeriesTerms terms, OperationSpec run, PlannedStart start) {
    Optional<Message> denial = approvals.lastingDenial(terms.approval(), run);
    if (denial.isPresent()) {
      return pause(active, SeriesReason.DENIED, StoredMessage.english(denial.get()));
    }
    if (approvals.denial(terms.approval(), run).isPresent()) {
      return Optional.empty();
    }
    Instant at = start.notBefore();
    Request requested =
        approvals.submit(new SeriesRun(active.id(), at), run, start, terms.approval());
    series.addRun(active.id(), new Run(at, RunState.REQUESTED, Optional.of(requested.id())));
    return Optional.of(goOn(active, terms, at));
  }

  private Series goOn(Series active, SeriesTerms terms, Instant at) {
    Series next = active.followedBy(terms.nextAfter(at));
    series.save(next);
    return endIfOver(next).orElse(next);
  }

  /** After its last run has ended. The series is locked. */
  private Optional<Series> endIfOver(Series running) {
    if (running.next().isPresent() || !series.open(running.id()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Series> over = running.ended(SeriesReason.OVER, Person.HOLDFAST, record.now());
    over.ifPresent(
        ended -> {
          series.save(ended);
          record.over(ended);
        });
    return over;
  }

  /** What becomes of a series when one of its runs has ended. The series is locked. */
  void runEnded(Series running) {
    if (running.state() == SeriesState.ACTIVE
        && failures(running) >= settings.failures()
        && running.next().isPresent()) {
      pause(
          running, SeriesReason.FAILURES, "%d runs in a row failed".formatted(settings.failures()));
    } else if (running.state() == SeriesState.ACTIVE) {
      endIfOver(running);
    }
  }

  /** How many runs failed since the last one that succeeded. */
  private long failures(Series running) {
    return series.outcomes(running.id(), running.failuresFrom(), settings.failures()).stream()
        .takeWhile(outcome -> outcome == RunState.FAILED)
        .count();
  }

  private Optional<Series> pause(Series active, SeriesReason why, String words) {
    active
        .paused(why, Person.HOLDFAST, record.now())
        .ifPresent(
            paused -> {
              series.save(paused);
              runs.takeBack(
                  paused.id(), Message.of("series.run.paused", "series", paused.id().toString()));
              record.pausedByHoldfast(paused, words);
            });
    return Optional.empty();
  }

  void leaveOut(Series active, Run run, Person by, String words) {
    series.addRun(active.id(), run);
    record.write(
        active,
        AuditEventType.SERIES_RUN_LEFT_OUT,
        by,
        "the run at %s: %s".formatted(run.at(), words));
  }
}
