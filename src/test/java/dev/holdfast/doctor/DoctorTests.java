package dev.holdfast.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.holdfast.testing.FakeDoctorCheck;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One examination at a time, and what the actuator says of it. */
@ExtendWith(OutputCaptureExtension.class)
class DoctorTests {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final CheckResult BROKEN =
      CheckResult.broken("It is gone.", Remedy.of("Bring it back."));

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final FakeDoctorCheck checkup = new FakeDoctorCheck();
  private final Doctor doctor = new Doctor(List.of(checkup), LIMIT, clock);
  private final DependenciesHealthIndicator health =
      new DependenciesHealthIndicator(
          doctor, new DoctorProperties(LIMIT, LIMIT, Duration.ofSeconds(5), MINUTE, MINUTE));

  @Test
  void whoAsksDuringAnExaminationGetsItsReport() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    checkup.does(
        () -> {
          begun.countDown();
          awaitQuietly(go);
          return BROKEN;
        });
    CompletableFuture<DoctorReport> first = CompletableFuture.supplyAsync(doctor::examine);
    begun.await();
    CompletableFuture<DoctorReport> second = new CompletableFuture<>();
    Thread asking = new Thread(() -> second.complete(doctor.examine()));
    asking.start();
    await().until(() -> asking.getState() == Thread.State.WAITING);
    go.countDown();

    assertThat(second.get()).isSameAs(first.get());
    assertThat(checkup.asked).hasValue(1);
  }

  @Test
  void theActuatorLooksBehindTheReadersBackAndNotForEveryProbe() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    await().until(() -> health.health().getStatus().equals(Status.UP));

    health.health();
    clock.advance(MINUTE.minusSeconds(1));
    health.health();
    assertThat(checkup.asked).hasValue(1);

    clock.advance(Duration.ofSeconds(1));
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    await().untilAtomic(checkup.asked, is(2));
  }

  @Test
  void whatIsBrokenImpairsAndIsNamedInTheDetails() {
    checkup.finds(BROKEN);
    doctor.examine();

    assertThat(health.health().getStatus()).isEqualTo(DependenciesHealthIndicator.IMPAIRED);
    assertThat(health.health().getDetails()).containsEntry("Thing", "It is gone.");
  }

  @Test
  void aWarningImpairsNothing() {
    checkup.finds(CheckResult.warning("It is late.", Remedy.of("Set it.")));
    doctor.examine();

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void whatChangesIsLoggedOnceWithTheFix(CapturedOutput output) {
    checkup.finds(CheckResult.warning("3 tasks are late.", Remedy.of("Set it.")));
    doctor.examine();
    checkup.finds(CheckResult.warning("4 tasks are late.", Remedy.of("Set it.")));
    doctor.examine();

    assertThat(output.getOut().lines().filter(line -> line.contains("Thing")))
        .singleElement()
        .asString()
        .contains("WARN", "Thing is to look at: 3 tasks are late. To fix it: Set it.");

    checkup.finds(CheckResult.broken("It is gone.", Remedy.of("Bring it back:", "start it")));
    doctor.examine();
    assertThat(output).contains("Thing is broken: It is gone. To fix it: Bring it back: start it");

    checkup.finds(CheckResult.ok("It is there."));
    doctor.examine();
    doctor.examine();
    assertThat(output.getOut().lines().filter(line -> line.contains("OK again"))).hasSize(1);

    checkup.finds(CheckResult.broken("It is gone.", Remedy.of("Bring it back:", "start it")));
    doctor.examine();
    assertThat(output.getOut().lines().filter(line -> line.contains("It is gone"))).hasSize(2);
  }

  @Test
  void itExaminesAtAnIntervalThoughNobodyAsksAndLogsOnlyChanges(CapturedOutput output)
      throws Exception {
    Duration often = Duration.ofMillis(20);
    checkup.finds(BROKEN);
    try (var background =
        new BackgroundExamination(
            doctor, new DoctorProperties(LIMIT, LIMIT, LIMIT, LIMIT, often))) {
      background.start();
      await().untilAtomic(checkup.asked, greaterThan(3));
      assertThat(output.getOut().lines().filter(line -> line.contains("Thing")))
          .singleElement()
          .asString()
          .contains("WARN", "Thing is broken: It is gone. To fix it: Bring it back.");

      checkup.finds(CheckResult.ok("It is there."));
      await().until(() -> output.getOut().contains("Thing is OK again"));
    }
  }

  /** {@code --doctor} and {@code --audit-export} start no web server. */
  @Test
  void whereHoldfastOnlyAnswersACommandLineNothingIsExaminedInTheBackground() {
    new ApplicationContextRunner()
        .withUserConfiguration(BackgroundExamination.class)
        .run(
            context ->
                assertThat(context).hasNotFailed().doesNotHaveBean(BackgroundExamination.class));
    new WebApplicationContextRunner()
        .withBean(Doctor.class, () -> doctor)
        .withBean(
            DoctorProperties.class, () -> new DoctorProperties(LIMIT, LIMIT, LIMIT, MINUTE, MINUTE))
        .withUserConfiguration(BackgroundExamination.class)
        .run(context -> assertThat(context).hasSingleBean(BackgroundExamination.class));
    assertThat(checkup.asked).as("before the start is complete").hasValue(0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
