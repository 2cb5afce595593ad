package dev.holdfast.request.duration;

import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.MEGAN;
import static dev.holdfast.testing.Samples.NOW;
import static dev.holdfast.testing.Samples.UAT;
import static dev.holdfast.testing.Samples.details;
import static dev.holdfast.testing.Samples.progress;
import static dev.holdfast.testing.Samples.restore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.Message;
import dev.holdfast.operation.backup.BackupSpec;
import dev.holdfast.operation.restore.RestoreSpec;
import dev.holdfast.request.Request;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.request.step.OperationSpec;
import dev.holdfast.request.step.Outcome;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.EachDatabase;
import dev.holdfast.testing.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long operations took, by the requests that are stored. */
@EachDatabase
class OperationDurationsTests {

  private static final Map<String, String> SANDBOX = Map.of("kind", "unified-sandbox");
  private static final EnvironmentRef DEV = environment("dev", SANDBOX);
  private static final EnvironmentRef TEST = environment("test", SANDBOX);

  private final Workbench bench;
  private OperationDurations durations;

  OperationDurationsTests(Databases database) {
    bench = new Workbench(database.fresh());
  }

  @BeforeEach
  void open() {
    bench.open("request", "audit");
    durations = bench.get(OperationDurations.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    assertThat(durations.usual(onto(DEV))).isEmpty();
    took(onto(environment("trial", Map.of())), 10);
    took(onto(environment("production", Map.of("kind", "unified-production"))), 10);
    assertThat(durations.usual(onto(DEV))).isEmpty();
    assertThat(durations.usual(onto(environment("new", Map.of())))).isEmpty();
  }

  /** Also where it's only one, and there are many of its kind. */
  @Test
  void theEnvironmentsOwnHistoryGoesBeforeThatOfItsKind() {
    took(onto(TEST), 100);
    took(onto(TEST), 120);
    assertThat(durations.usual(onto(DEV))).contains(usual(110, 2, Optional.of("unified-sandbox")));
    took(onto(DEV), 10);
    assertThat(durations.usual(onto(DEV))).contains(usual(10, 1, Optional.empty()));
    took(onto(DEV), 30);
    took(onto(DEV), 20);
    assertThat(durations.usual(onto(DEV))).contains(usual(20, 3, Optional.empty()));
    assertThat(durations.onSameEnvironment(onto(DEV)))
        .containsExactly(minutes(19), minutes(29), minutes(9));
  }

  /** The environment that is read isn't changed, and a backup isn't a restore. */
  @Test
  void onlyTheSameTypeOfOperationOntoTheEnvironmentCounts() {
    took(new BackupSpec(DEV, "x", ""), 5);
    took(
        new RestoreSpec(DEV, environment("x", Map.of()), NOW, none(), "x", false, none(), false),
        5);
    assertThat(durations.usual(onto(DEV))).isEmpty();
  }

  /** A person settles an outcome hours later, and a clock may be set back. */
  @Test
  void onlyWhatSucceededByItselfCounts() {
    Request failed = running(onto(DEV));
    bench.change(failed, r -> r.mainStep().fail(end()));
    Request lost = running(onto(DEV));
    bench.change(lost, r -> r.mainStep().outcomeUnknown(end()));
    bench.change(lost, r -> r.resolution().giveUp(MEGAN, "gone", later(600)));
    Request canceled = add(onto(DEV));
    bench.change(canceled, r -> r.approval().cancel(ALEX, NOW));
    running(onto(DEV));
    took(onto(DEV), 0);
    took(onto(DEV), -5);
    assertThat(durations.usual(onto(DEV))).isEmpty();
    assertThat(durations.onSameEnvironment(onto(DEV))).isEmpty();
  }

  @Test
  void theRequestsThemselvesAreNotRead() {
    took(onto(DEV), 10);
    bench.get(JdbcClient.class).sql("update requests set body = 'not read'").update();
    assertThat(durations.usual(onto(DEV))).contains(usual(10, 1, Optional.empty()));
    assertThat(durations.usual(onto(TEST))).contains(usual(10, 1, Optional.of("unified-sandbox")));
  }

  /** The oldest are left out, however many there are. */
  @Test
  void onlyTheNewestCount() {
    took(onto(DEV), 500);
    for (int i = 0; i < 50; i++) {
      took(onto(DEV), 20);
    }
    assertThat(durations.usual(onto(DEV))).contains(usual(20, 50, Optional.empty()));
  }

  private Request add(OperationSpec spec) {
    var id = bench.requests().nextId();
    return bench.add(Request.submit(id, details(spec, 0, "draft-" + id)));
  }

  private Request running(OperationSpec spec) {
    Request request = add(spec);
    bench.change(request, r -> r.mainStep().commitStart(NOW));
    return bench.change(request, r -> r.mainStep().accepted(progress("Accepted"), "", NOW));
  }

  /** The last minute is the verification. */
  private void took(OperationSpec spec, int minutes) {
    Request request = running(spec);
    bench.change(request, r -> r.mainStep().beginVerification(later(minutes - 1)));
    bench.change(request, r -> r.mainStep().succeed(Message.plain("done"), later(minutes)));
  }

  private static Outcome end() {
    return new Outcome(later(5), Message.plain("?"), Optional.empty(), Optional.empty(), true);
  }

  private static Instant later(int minutes) {
    return NOW.plus(minutes(minutes));
  }

  private static RestoreSpec onto(EnvironmentRef target) {
    RestoreSpec plain = restore();
    return new RestoreSpec(
        UAT, target, plain.point(), none(), target.displayName(), false, none(), false);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static EnvironmentRef environment(String name, Map<String, String> attributes) {
    return new EnvironmentRef("env-" + name, "Contoso " + name, "", attributes);
  }

  private static UsualDuration usual(int minutes, int count, Optional<String> kind) {
    return new UsualDuration(minutes(minutes), count, kind);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
