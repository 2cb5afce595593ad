package dev.holdfast.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.notification.store.OutboxBacklog;
import dev.holdfast.notification.store.OutboxRepository;
import dev.holdfast.request.RequestEventType;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@EachDatabase
class OutboxCheckTests {

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final OutboxRepository outbox;
  private final OutboxBacklog backlog;

  OutboxCheckTests(Databases database) {
    JdbcClient jdbc = JdbcClient.create(database.fresh().dataSource());
    this.outbox = new OutboxRepository(jdbc);
    this.backlog = new OutboxBacklog(jdbc);
  }

  @Test
  void whatHasJustBeenWrittenIsFineAndWhatWasGivenUpIsCounted() {
    write();
    outbox.giveUp(
        write(),
        DeliveryFailureReason.NOT_INSTALLED,
        "not installed",
        Samples.NOW.minus(Duration.ofDays(1)));
    outbox.giveUp(
        write(),
        DeliveryFailureReason.NOT_INSTALLED,
        "not installed",
        Samples.NOW.minus(Duration.ofDays(20)));

    assertThat(check())
        .isEqualTo(CheckResult.ok("1 message(s) wait, and 1 were given up in the last week."));
  }

  @Test
  void whatWaitsForLongIsToldWithItsLastTrouble() {
    outbox.failed(write(), "Teams answered 503");
    clock.advance(Duration.ofMinutes(15));
    assertThat(check().state()).isEqualTo(CheckStatus.OK);
    clock.advance(Duration.ofSeconds(1));

    assertThat(check().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(check().sentence())
        .isEqualTo(
            "1 message(s) have waited for more than 15 minutes, the last trouble was: Teams"
                + " answered 503.");
  }

  private long write() {
    return outbox.addNotice(
        new RequestId(1001),
        new Address.Person("id-alex"),
        RequestEventType.SUCCEEDED,
        Samples.NOW);
  }

  private CheckResult check() {
    return new OutboxCheck(backlog, clock).check();
  }
}
