package dev.holdfast.doctor.check;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckRunner;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether this replica can serve: {@code readiness} consists of it. Probes that come close behind
 * each other get the same answer. It has a connection of its own, because a busy replica isn't a
 * broken one.
 */
@Component("database")
class DatabaseHealthIndicator implements HealthIndicator {

  private final CheckRunner examination;
  private final DoctorProperties properties;
  private final Clock clock;

  /** No monitor: a virtual thread that waits in one keeps its carrier. */
  private final Lock asking = new ReentrantLock();

  private Instant until = Instant.MIN;
  private volatile Optional<Health> known = Optional.empty();

  DatabaseHealthIndicator(
      @Qualifier("reservedDataSource") DataSource database,
      DoctorProperties properties,
      Clock clock) {
    this.examination =
        CheckRunner.of(List.of(new DatabaseCheck(database)), properties.readinessLimit());
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * While one caller asks the database, the others get the last answer: none of them holds a thread
   * of the web server meanwhile.
   */
  @Override
  public Health health() {
    Optional<Health> last = known;
    if (last.isEmpty()) {
      asking.lock();
    } else if (!asking.tryLock()) {
      return last.get();
    }
    try {
      return renewed();
    } finally {
      asking.unlock();
    }
  }

  private Health renewed() {
    Optional<Health> last = known;
    if (last.isPresent() && clock.instant().isBefore(until)) {
      return last.get();
    }
    CheckResult verdict = examination.run().get(0).verdict();
    Health health =
        (verdict.state() == CheckStatus.OK || verdict.state() == CheckStatus.WARNING
                ? Health.up()
                : Health.down())
            .withDetail("finding", verdict.sentence())
            .build();
    until = clock.instant().plus(properties.readinessMaxAge());
    known = Optional.of(health);
    return health;
  }
}
