package dev.holdfast.flow;

import dev.holdfast.testing.SettableClock;
import dev.holdfast.testing.SteppedHoldfast;
import dev.holdfast.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.springframework.context.support.GenericApplicationContext;

/** The main job in a time that passes as fast as its work is done. */
abstract class SteppedJob extends MainJob<SettableClock> {

  private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");

  private SteppedHoldfast holdfast;

  SteppedJob() {
    super(new SettableClock(BEGIN));
  }

  SteppedJob(double speed) {
    super(new SettableClock(BEGIN), speed);
  }

  /** Ends what runs, and starts it with the settings of the job and these. */
  void start(TestDatabase database, Map<String, Object> more) {
    start(database, more, context -> {});
  }

  /** The same with parts of Holdfast exchanged. */
  void start(
      TestDatabase database, Map<String, Object> more, Consumer<GenericApplicationContext> parts) {
    stop();
    holdfast = replica(database, more, parts);
    teams.talksTo(holdfast.messages()).meanwhile(holdfast::goOn);
  }

  /** One more, which nobody talks to and which does nothing yet. The test closes it. */
  SteppedHoldfast replica(
      TestDatabase database, Map<String, Object> more, Consumer<GenericApplicationContext> parts) {
    Map<String, Object> settings = new LinkedHashMap<>(settings());
    settings.put("holdfast.admin-api.timeouts.retry", "1ms");
    settings.putAll(more);
    return SteppedHoldfast.start(database, simulator.baseUrl(), simulated, settings, parts);
  }

  /** The settings of the job with a policy file in the place of the profile's list. */
  Map<String, Object> under(Path policy) {
    Map<String, Object> settings = new LinkedHashMap<>(super.settings());
    settings.keySet().removeIf(name -> name.startsWith("holdfast.policy"));
    settings.put("holdfast.policy", "");
    settings.put("holdfast.policy.file", policy.toString());
    return settings;
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
