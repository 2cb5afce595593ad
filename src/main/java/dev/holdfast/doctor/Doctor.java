package dev.holdfast.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Examines everything that Holdfast depends on. One examination at a time: who asks during one gets
 * its report.
 */
@Component
public class Doctor {

  private static final Logger log = LoggerFactory.getLogger(Doctor.class);

  private final CheckRunner examination;
  private final Clock clock;
  private final FindingsLog findingsLog = new FindingsLog();
  private final AtomicReference<@Nullable CompletableFuture<DoctorReport>> running =
      new AtomicReference<>();
  private volatile Optional<DoctorReport> latest = Optional.empty();

  @Autowired
  Doctor(List<DoctorCheck> checkups, DoctorProperties properties, Clock clock) {
    this(checkups, properties.timeLimit(), clock);
  }

  /**
   * @param limit how long one check may take
   */
  public Doctor(List<DoctorCheck> checkups, Duration limit, Clock clock) {
    this.examination = CheckRunner.of(checkups, limit);
    this.clock = clock;
  }

  /** Looks now, on the calling thread, which waits for the slowest check. */
  public DoctorReport examine() {
    CompletableFuture<DoctorReport> mine = new CompletableFuture<>();
    CompletableFuture<DoctorReport> theirs = running.compareAndExchange(null, mine);
    if (theirs != null) {
      return theirs.join();
    }
    try {
      DoctorReport report = new DoctorReport(clock.instant(), examination.run());
      latest = Optional.of(report);
      findingsLog.log(report.findings());
      mine.complete(report);
      return report;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      running.set(null);
    }
  }

  /** What was found last, however old; empty before the first examination. */
  public Optional<DoctorReport> latest() {
    return latest;
  }

  /**
   * What was found last, without waiting; empty before the first examination. When it is older than
   * that, another one begins in the background.
   */
  Optional<DoctorReport> latest(Duration maxAge) {
    Optional<DoctorReport> known = latest;
    boolean fresh =
        known.filter(report -> report.at().plus(maxAge).isAfter(clock.instant())).isPresent();
    if (!fresh && running.get() == null) {
      Thread thread = new Thread(this::examineQuietly, "doctor");
      thread.setDaemon(true);
      thread.start();
    }
    return known;
  }

  /** Logs what goes wrong, for threads that nobody waits for. */
  void examineQuietly() {
    try {
      examine();
    } catch (RuntimeException e) {
      log.warn("The examination failed", e);
    }
  }
}
