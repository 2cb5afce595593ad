package dev.holdfast.bot.dispatch;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * How long the scheduler leaves a reply's task to the process that is giving the reply: as long as
 * it leaves a task to a process that shows no heartbeat.
 *
 * @param renewal how often the process says that it is still at it
 */
record ReplyLeaseSettings(Duration length, Duration renewal) {

  /** Reads the scheduler's own settings. */
  static ReplyLeaseSettings from(Environment settings) {
    Duration heartbeat =
        DurationStyle.detectAndParse(settings.getProperty("db-scheduler.heartbeat-interval", "5s"));
    int missed = settings.getProperty("db-scheduler.missed-heartbeats-limit", Integer.class, 4);
    return new ReplyLeaseSettings(heartbeat.multipliedBy(missed), heartbeat);
  }
}
