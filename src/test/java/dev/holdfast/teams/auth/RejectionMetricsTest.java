package dev.holdfast.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RejectionMetricsTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RejectionMetrics refusals = new RejectionMetrics(meters, clock);

  @Test
  void areAllCountedByCauseAndLoggedOnceAnHour(CapturedOutput output) {
    for (int i = 0; i < 50; i++) {
      refusals.count(RejectionReason.SIGNATURE, "192.0.2.1");
    }
    refusals.count(RejectionReason.TENANT, "192.0.2.2");

    assertThat(meters.counter("holdfast.teams.refused", "cause", "signature").count())
        .isEqualTo(50);
    assertThat(meters.counter("holdfast.teams.refused", "cause", "tenant").count()).isEqualTo(1);
    assertThat(output.toString().split("192.0.2.1", -1)).hasSize(2);

    clock.advance(RejectionMetrics.QUIET);
    refusals.count(RejectionReason.SIGNATURE, "192.0.2.1");
    assertThat(output.toString().split("192.0.2.1", -1)).hasSize(3);
  }
}
