package dev.holdfast.doctor.check;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckRunner;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
  private Instant until = Instant.MIN;
  private Health known = Health.unknown().build();

  DatabaseHealthIndicator(
      @Qualifier("reservedDataSource") DataSource database,
      DoctorProperties properties,
      Clock clock) {
    this.examination =
        CheckRunner.of(List.of(new DatabaseCheck(database)), properties.readinessLimit());
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public synchronized Health health() {
    if (!clock.instant().isBefore(until)) {
      CheckResult verdict = examination.run().get(0).verdict();
      known =
          (verdict.state() == CheckStatus.OK || verdict.state() == CheckStatus.WARNING
                  ? Health.up()
                  : Health.down())
              .withDetail("finding", verdict.sentence())
              .build();
      until = clock.instant().plus(properties.readinessMaxAge());
    }
    return known;
  }
}
