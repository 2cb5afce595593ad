package dev.holdfast.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.entra.CredentialException;
import dev.holdfast.testing.FakeDoctorCheck;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;

class CheckRunnerTests {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final CheckResult BROKEN =
      CheckResult.broken("It is gone.", Remedy.of("Bring it back."));

  @Test
  void whatNeedsABrokenOneIsLeftOutAndNamesTheRoot() {
    FakeDoctorCheck token = new FakeDoctorCheck("Token").finds(BROKEN);
    FakeDoctorCheck list = new FakeDoctorCheck("List", "Token");
    FakeDoctorCheck role = new FakeDoctorCheck("Role", "List");
    FakeDoctorCheck other = new FakeDoctorCheck("Other");

    assertThat(run(LONG, role, list, token, other))
        .extracting(
            NamedCheckResult::name,
            NamedCheckResult::state,
            finding -> finding.verdict().sentence())
        .containsExactlyInAnyOrder(
            tuple("Token", CheckStatus.BROKEN, "It is gone."),
            tuple("List", CheckStatus.SKIPPED, "Not asked, because “Token” is broken."),
            tuple("Role", CheckStatus.SKIPPED, "Not asked, because “Token” is broken."),
            tuple("Other", CheckStatus.OK, "All is well."));
    assertThat(list.asked).hasValue(0);
    assertThat(role.asked).hasValue(0);
  }

  @Test
  void whatNeedsSomethingThatCouldNotBeLookedAtIsLeftOutForTheSameReason() {
    FakeDoctorCheck database =
        new FakeDoctorCheck("Connection")
            .finds(CheckResult.skipped("In use.", Remedy.of("Ask it.")));

    assertThat(
            run(LONG, database, new FakeDoctorCheck("Migrations", "Connection")).get(1).verdict())
        .isEqualTo(CheckResult.leftOut("In use."));
  }

  @Test
  void aWarningKeepsNothingBack() {
    FakeDoctorCheck clock =
        new FakeDoctorCheck("Clock")
            .finds(CheckResult.warning("It is late.", Remedy.of("Set it.")));

    assertThat(run(LONG, clock, new FakeDoctorCheck("List", "Clock")))
        .extracting(NamedCheckResult::state)
        .containsExactly(CheckStatus.WARNING, CheckStatus.OK);
  }

  @Test
  void checksRunSideBySide() {
    CyclicBarrier both = new CyclicBarrier(2);
    FakeDoctorCheck one = new FakeDoctorCheck("One").does(() -> meet(both));
    FakeDoctorCheck other = new FakeDoctorCheck("Other").does(() -> meet(both));

    assertThat(run(LONG, one, other))
        .extracting(NamedCheckResult::state)
        .containsOnly(CheckStatus.OK);
  }

  @Test
  void whatIsTooSlowIsBrokenAndInterruptedAndKeepsNobodyWaiting() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    FakeDoctorCheck slow =
        new FakeDoctorCheck("Slow")
            .does(
                () -> {
                  begun.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return CheckResult.ok("Too late.");
                });

    do { // on a machine under load the time may be over before the check has begun
      assertThat(run(Duration.ofMillis(50), slow, new FakeDoctorCheck("Behind", "Slow")))
          .extracting(NamedCheckResult::state)
          .containsExactly(CheckStatus.BROKEN, CheckStatus.SKIPPED);
    } while (begun.getCount() > 0);
    interrupted.await();
  }

  @Test
  void aCheckThatFailsItselfIsBrokenAndTellsNoSecret() {
    FakeDoctorCheck failing =
        new FakeDoctorCheck("Thing")
            .does(
                () -> {
                  throw new IllegalStateException("password=hunter2");
                });

    assertThat(run(LONG, failing).get(0).verdict().sentence())
        .isEqualTo("The check itself failed (IllegalStateException).");
  }

  @Test
  void aCredentialThatIsMissingIsSaidAsTheStartSaysIt() {
    FakeDoctorCheck token =
        new FakeDoctorCheck("Token")
            .does(
                () -> {
                  throw new BeanCreationException(
                      "no bean", new CredentialException("it has none", "Set one."));
                });

    assertThat(run(LONG, token).get(0).verdict())
        .isEqualTo(
            CheckResult.broken("Holdfast does not start: it has none.", Remedy.of("Set one.")));
  }

  @Test
  void aNeedThatIsNotThereOrACircleOrTwoOfOneNameIsAMistakeInTheProgram() {
    FakeDoctorCheck one = new FakeDoctorCheck("One", "Other");
    FakeDoctorCheck other = new FakeDoctorCheck("Other", "One");

    assertThatThrownBy(() -> CheckRunner.of(List.of(one), LONG)).hasMessageContaining("[One]");
    assertThatThrownBy(() -> CheckRunner.of(List.of(one, other), LONG))
        .hasMessageContaining("[One, Other]");
    assertThatThrownBy(
            () -> CheckRunner.of(List.of(new FakeDoctorCheck(), new FakeDoctorCheck()), LONG))
        .hasMessageContaining("[Thing]");
  }

  private static CheckResult meet(CyclicBarrier barrier) {
    try {
      barrier.await();
      return CheckResult.ok("Met.");
    } catch (InterruptedException | BrokenBarrierException e) {
      return CheckResult.broken("Alone.", Remedy.of("Wait."));
    }
  }

  private static List<NamedCheckResult> run(Duration limit, DoctorCheck... checkups) {
    return CheckRunner.of(List.of(checkups), limit).run();
  }
}
