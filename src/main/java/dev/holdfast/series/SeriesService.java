package dev.holdfast.series;

import dev.holdfast.approval.ReadingRights;
import dev.holdfast.approval.SeriesApproval;
import dev.holdfast.message.Message;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.event.AuditEventType;
import dev.holdfast.request.schedule.SeriesId;
import dev.holdfast.request.store.RequestRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of series, and do with them. What a person may not see isn't there. */
@Service
public class SeriesService {

  /** Behind so many nobody looks. */
  private static final int LOOKED_AT = 500;

  private final SeriesRepository series;
  private final RequestRepository requests;
  private final OpenRuns runs;
  private final SeriesRunner runner;
  private final SeriesRecord record;
  private final SeriesTask task;
  private final Rights rights;

  SeriesService(
      SeriesRepository series,
      RequestRepository requests,
      OpenRuns runs,
      SeriesRunner runner,
      SeriesRecord record,
      SeriesTask task,
      Rights rights) {
    this.series = series;
    this.requests = requests;
    this.runs = runs;
    this.runner = runner;
    this.record = record;
    this.task = task;
    this.rights = rights;
  }

  /** Who may see a series, and who may do something with it. */
  @Component("seriesRights")
  record Rights(ReadingRights reading, SeriesApproval approvals) {}

  /**
   * A series as a person sees it.
   *
   * @param owner whether it's theirs
   * @param mayStop whether they may pause or end it, or skip a run
   */
  public record Seen(Series series, SeriesTerms terms, boolean owner, boolean mayStop) {}

  /** What came of a person's wish. */
  public enum Outcome {
    DONE,
    /** They may not. */
    REFUSED,
    /** It's not in the state for that. */
    TOO_LATE
  }

  public Optional<Seen> find(SeriesId id, Person person) {
    return series.find(id).flatMap(known -> seen(known, person));
  }

  /** Those that a person may see, first the ones that run, and last those that have ended. */
  public List<Seen> all(Person person) {
    return Stream.of(SeriesState.ACTIVE, SeriesState.PAUSED, SeriesState.ENDED)
        .flatMap(state -> series.in(state, LOOKED_AT).stream())
        .flatMap(known -> seen(known, person).stream())
        .toList();
  }

  /** Its runs so far, the last first. */
  public List<Run> runs(SeriesId id, int most) {
    return series.runs(id, most);
  }

  private Optional<Seen> seen(Series known, Person person) {
    return requests
        .find(known.approval())
        .filter(approval -> rights.reading().mayRead(person, approval))
        .map(
            approval ->
                new Seen(
                    known,
                    SeriesTerms.of(approval),
                    rights.approvals().isOwner(person, approval),
                    rights.approvals().mayStop(person, approval)));
  }

  /** Pauses it. A run that is requested and hasn't begun is taken back. */
  @Transactional
  public Outcome pause(SeriesId id, Person by) {
    return stop(
        id,
        by,
        "pause",
        AuditEventType.SERIES_PAUSED,
        known -> known.paused(SeriesReason.PERSON, by, record.now()),
        Message.of("series.run.paused.by", "series", id.toString()).with("person", by.name()));
  }

  /** Ends it. A run that is requested and hasn't begun is taken back. */
  @Transactional
  public Outcome end(SeriesId id, Person by) {
    return stop(
        id,
        by,
        "end",
        AuditEventType.SERIES_ENDED,
        known -> known.ended(SeriesReason.PERSON, by, record.now()),
        Message.of("series.run.ended.by", "series", id.toString()).with("person", by.name()));
  }

  private Outcome stop(
      SeriesId id,
      Person by,
      String wish,
      AuditEventType type,
      Function<Series, Optional<Series>> change,
      Message why) {
    runs.lock(id);
    Series known = series.lock(id).orElseThrow();
    if (!mayStop(known, by)) {
      return refused(known, by, wish);
    }
    Optional<Series> changed = change.apply(known);
    changed.ifPresent(
        stopped -> {
          series.save(stopped);
          record.write(stopped, type, by, "");
          runs.takeBack(id, why);
        });
    return changed.isPresent() ? Outcome.DONE : Outcome.TOO_LATE;
  }

  /** Lets it go on with its next run that lies ahead. Only the owner may. */
  @Transactional
  public Outcome resume(SeriesId id, Person by) {
    Series known = series.lock(id).orElseThrow();
    Request approval = requests.find(known.approval()).orElseThrow();
    if (!rights.approvals().isOwner(by, approval)) {
      return refused(known, by, "resume");
    }
    Instant now = record.now();
    Optional<Series> resumed = known.resumed(SeriesTerms.of(approval).nextAfter(now), now);
    resumed.ifPresent(
        active -> {
          series.save(active);
          task.wake(active, now);
          record.write(active, AuditEventType.SERIES_RESUMED, by, "");
          runner.runEnded(active);
        });
    return resumed.isPresent() ? Outcome.DONE : Outcome.TOO_LATE;
  }

  /** Leaves out its next run that hasn't begun. */
  @Transactional
  public Outcome skip(SeriesId id, Person by) {
    runs.lock(id);
    Series known = series.lock(id).orElseThrow();
    if (!mayStop(known, by)) {
      return refused(known, by, "skip");
    }
    if (known.isOver()) {
      return Outcome.TOO_LATE;
    }
    Message why =
        Message.of("series.run.skipped.by", "series", id.toString()).with("person", by.name());
    Optional<Run> back = runs.takeBackFirst(id, why);
    back.ifPresent(
        run ->
            record.write(
                known,
                AuditEventType.SERIES_RUN_LEFT_OUT,
                by,
                "the run at %s: skipped".formatted(run.at())));
    if (back.isPresent()) {
      runner.runEnded(known);
      return Outcome.DONE;
    }
    return known
        .next()
        .filter(at -> at.isAfter(record.now()))
        .map(at -> skip(known, at, by))
        .orElse(Outcome.TOO_LATE);
  }

  private Outcome skip(Series known, Instant at, Person by) {
    runner.leaveOut(known, new Run(at, RunState.SKIPPED, Optional.empty()), by, "skipped");
    SeriesTerms terms = requests.find(known.approval()).map(SeriesTerms::of).orElseThrow();
    Series next = known.followedBy(terms.nextAfter(at));
    series.save(next);
    runner.runEnded(next);
    return Outcome.DONE;
  }

  private boolean mayStop(Series known, Person by) {
    return requests
        .find(known.approval())
        .filter(approval -> rights.approvals().mayStop(by, approval))
        .isPresent();
  }

  private Outcome refused(Series known, Person by, String wish) {
    record.write(known, AuditEventType.SERIES_REFUSED, by, wish);
    return Outcome.REFUSED;
  }
}
