package dev.holdfast.flow;

import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.SteppedHoldfast;
import dev.holdfast.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The main job in a time that passes as fast as its work is done. */
abstract class SteppedJob extends MainJob<SettableClock> {

  private SteppedHoldfast holdfast;

  SteppedJob() {
    super(new SettableClock(Instant.parse("2026-11-20T10:00:00Z")));
  }

  /** Ends what runs, and starts it with the settings of the job and these. */
  void start(TestDatabase database, Map<String, Object> more) {
    stop();
    Map<String, Object> settings = new LinkedHashMap<>(settings());
    settings.put("holdfast.admin-api.timeouts.retry", "1ms");
    settings.putAll(more);
    holdfast = SteppedHoldfast.start(database, simulator.baseUrl(), simulated, settings);
    teams.talksTo(holdfast.messages()).meanwhile(holdfast::goOn);
  }

  void pass(Duration time) {
    holdfast.pass(time);
  }

  /** What runs. */
  SteppedHoldfast holdfast() {
    return holdfast;
  }

  @AfterEach
  void stop() {
    if (holdfast != null) {
      holdfast.close();
    }
  }
}
