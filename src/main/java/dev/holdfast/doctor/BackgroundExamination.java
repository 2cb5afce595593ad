package dev.holdfast.doctor;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Has the doctor examine some time after the start and then at an interval, so that the log tells
 * what changes even where nothing reads the actuator. Each replica does this for itself: it tells
 * what it sees from where it runs. Off where Holdfast only answers a command line.
 */
@Component
@ConditionalOnWebApplication
final class BackgroundExamination
    implements ApplicationListener<ApplicationReadyEvent>, AutoCloseable {

  /** The first seconds belong to the messages that were waiting for the start. */
  private static final Duration AFTER_START = Duration.ofSeconds(10);

  private static final long CLOSING_SECONDS = 5;

  private final Doctor doctor;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(BackgroundExamination::thread);

  BackgroundExamination(Doctor doctor, DoctorProperties properties) {
    this.doctor = doctor;
    this.every = properties.examineEvery();
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    start();
  }

  void start() {
    Duration first = AFTER_START.compareTo(every) < 0 ? AFTER_START : every;
    timer.scheduleWithFixedDelay(
        doctor::examineQuietly, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "doctor-timer");
    thread.setDaemon(true);
    return thread;
  }

  /** An examination in progress may finish, or it would report what is being closed as broken. */
  @Override
  public void close() throws InterruptedException {
    timer.shutdown();
    timer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
  }
}
