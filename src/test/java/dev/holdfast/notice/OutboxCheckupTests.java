package dev.holdfast.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.State;
import dev.holdfast.doctor.Verdict;
import dev.holdfast.request.RequestEvent.What;
import dev.holdfast.request.RequestId;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Databases.class)
class OutboxCheckupTests {

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final Outbox outbox;

  OutboxCheckupTests(Databases database) {
    this.outbox = new Outbox(JdbcClient.create(database.fresh().dataSource()));
  }

  @Test
  void whatHasJustBeenWrittenIsFineAndWhatWasGivenUpIsCounted() {
    write();
    outbox.giveUp(
        write(), Hindrance.NOT_INSTALLED, "not installed", Samples.NOW.minus(Duration.ofDays(1)));
    outbox.giveUp(
        write(), Hindrance.NOT_INSTALLED, "not installed", Samples.NOW.minus(Duration.ofDays(20)));

    assertThat(check())
        .isEqualTo(Verdict.ok("1 message(s) wait, and 1 were given up in the last week."));
  }

  @Test
  void whatWaitsForLongIsToldWithItsLastTrouble() {
    outbox.failed(write(), "Teams answered 503");
    clock.advance(Duration.ofMinutes(15));
    assertThat(check().state()).isEqualTo(State.OK);
    clock.advance(Duration.ofSeconds(1));

    assertThat(check().state()).isEqualTo(State.WARNING);
    assertThat(check().sentence())
        .isEqualTo(
            "1 message(s) have waited for more than 15 minutes, the last trouble was: Teams"
                + " answered 503.");
  }

  private long write() {
    return outbox.addNotice(
        new RequestId(1001), new Address.Person("id-alex"), What.SUCCEEDED, Samples.NOW);
  }

  private Verdict check() {
    return new OutboxCheckup(outbox, clock).check();
  }
}
