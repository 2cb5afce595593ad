package dev.holdfast.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.holdfast.doctor.DoctorProperties;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Whether this replica can serve. */
class DatabaseHealthIndicatorTests {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LIMIT = Duration.ofMillis(500);
  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final DataSource dataSource = mock(DataSource.class);

  @Test
  void probesThatComeCloseBehindEachOtherAskTheDatabaseOnce() throws SQLException {
    when(dataSource.getConnection())
        .thenThrow(new SQLException("no", "08001"))
        .thenAnswer(asked -> Databases.H2.empty().dataSource().getConnection());
    DatabaseHealthIndicator health = health(MINUTE);

    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    clock.advance(MAX_AGE.minusMillis(1));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    verify(dataSource, times(1)).getConnection();

    clock.advance(Duration.ofMillis(1));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aDatabaseThatHangsMakesNoProbeHang() throws SQLException {
    when(dataSource.getConnection())
        .thenAnswer(
            asked -> {
              new CountDownLatch(1).await();
              return null;
            });

    assertThat(health(LIMIT).health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void whileOneProbeAsksTheOthersGetTheLastAnswer() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    when(dataSource.getConnection())
        .thenAnswer(first -> Databases.H2.empty().dataSource().getConnection())
        .thenAnswer(
            second -> {
              asked.countDown();
              answered.await();
              throw new SQLException("no", "08001");
            });
    DatabaseHealthIndicator health = health(MINUTE);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    clock.advance(MAX_AGE);
    CompletableFuture<Status> asking =
        CompletableFuture.supplyAsync(() -> health.health().getStatus());
    asked.await();

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    answered.countDown();
    assertThat(asking.join()).isEqualTo(Status.DOWN);
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
  }

  private DatabaseHealthIndicator health(Duration limit) {
    return new DatabaseHealthIndicator(
        dataSource, new DoctorProperties(MINUTE, limit, MAX_AGE, MINUTE, MINUTE), clock);
  }
}
