package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

class TakeoverTest {

  /** The scheduler looks for the dead at every second heartbeat. */
  private static final int UNTIL_IT_LOOKS = 2;

  @Test
  void aDeadReplicasWorkIsFreeWithinAMinute() {
    StandardEnvironment environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(environment);

    DbSchedulerProperties scheduler =
        Binder.get(environment).bind("db-scheduler", DbSchedulerProperties.class).get();

    assertThat(
            scheduler
                .getHeartbeatInterval()
                .multipliedBy(scheduler.getMissedHeartbeatsLimit() + UNTIL_IT_LOOKS))
        .isLessThan(Duration.ofMinutes(1));
  }
}
