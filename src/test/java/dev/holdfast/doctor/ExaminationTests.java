package dev.holdfast.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.entra.CredentialException;
import dev.holdfast.testing.FakeCheckup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;

class ExaminationTests {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Verdict BROKEN = Verdict.broken("It is gone.", Remedy.of("Bring it back."));

  @Test
  void whatNeedsABrokenOneIsLeftOutAndNamesTheRoot() {
    FakeCheckup token = new FakeCheckup("Token").finds(BROKEN);
    FakeCheckup list = new FakeCheckup("List", "Token");
    FakeCheckup role = new FakeCheckup("Role", "List");
    FakeCheckup other = new FakeCheckup("Other");

    assertThat(run(LONG, role, list, token, other))
        .extracting(Finding::name, Finding::state, finding -> finding.verdict().sentence())
        .containsExactlyInAnyOrder(
            tuple("Token", State.BROKEN, "It is gone."),
            tuple("List", State.SKIPPED, "Not asked, because “Token” is broken."),
            tuple("Role", State.SKIPPED, "Not asked, because “Token” is broken."),
            tuple("Other", State.OK, "All is well."));
    assertThat(list.asked).hasValue(0);
    assertThat(role.asked).hasValue(0);
  }

  @Test
  void whatNeedsSomethingThatCouldNotBeLookedAtIsLeftOutForTheSameReason() {
    FakeCheckup database =
        new FakeCheckup("Connection").finds(Verdict.skipped("In use.", Remedy.of("Ask it.")));

    assertThat(run(LONG, database, new FakeCheckup("Migrations", "Connection")).get(1).verdict())
        .isEqualTo(Verdict.leftOut("In use."));
  }

  @Test
  void aWarningKeepsNothingBack() {
    FakeCheckup clock =
        new FakeCheckup("Clock").finds(Verdict.warning("It is late.", Remedy.of("Set it.")));

    assertThat(run(LONG, clock, new FakeCheckup("List", "Clock")))
        .extracting(Finding::state)
        .containsExactly(State.WARNING, State.OK);
  }

  @Test
  void checksRunSideBySide() {
    CyclicBarrier both = new CyclicBarrier(2);
    FakeCheckup one = new FakeCheckup("One").does(() -> meet(both));
    FakeCheckup other = new FakeCheckup("Other").does(() -> meet(both));

    assertThat(run(LONG, one, other)).extracting(Finding::state).containsOnly(State.OK);
  }

  @Test
  void whatIsTooSlowIsBrokenAndInterruptedAndKeepsNobodyWaiting() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    FakeCheckup slow =
        new FakeCheckup("Slow")
            .does(
                () -> {
                  begun.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return Verdict.ok("Too late.");
                });

    do { // on a machine under load the time may be over before the check has begun
      assertThat(run(Duration.ofMillis(50), slow, new FakeCheckup("Behind", "Slow")))
          .extracting(Finding::state)
          .containsExactly(State.BROKEN, State.SKIPPED);
    } while (begun.getCount() > 0);
    interrupted.await();
  }

  @Test
  void aCheckThatFailsItselfIsBrokenAndTellsNoSecret() {
    FakeCheckup failing =
        new FakeCheckup("Thing")
            .does(
                () -> {
                  throw new IllegalStateException("password=hunter2");
                });

    assertThat(run(LONG, failing).get(0).verdict().sentence())
        .isEqualTo("The check itself failed (IllegalStateException).");
  }

  @Test
  void aCredentialThatIsMissingIsSaidAsTheStartSaysIt() {
    FakeCheckup token =
        new FakeCheckup("Token")
            .does(
                () -> {
                  throw new BeanCreationException(
                      "no bean", new CredentialException("it has none", "Set one."));
                });

    assertThat(run(LONG, token).get(0).verdict())
        .isEqualTo(Verdict.broken("Holdfast does not start: it has none.", Remedy.of("Set one.")));
  }

  @Test
  void aNeedThatIsNotThereOrACircleOrTwoOfOneNameIsAMistakeInTheProgram() {
    FakeCheckup one = new FakeCheckup("One", "Other");
    FakeCheckup other = new FakeCheckup("Other", "One");

    assertThatThrownBy(() -> Examination.of(List.of(one), LONG)).hasMessageContaining("[One]");
    assertThatThrownBy(() -> Examination.of(List.of(one, other), LONG))
        .hasMessageContaining("[One, Other]");
    assertThatThrownBy(() -> Examination.of(List.of(new FakeCheckup(), new FakeCheckup()), LONG))
        .hasMessageContaining("[Thing]");
  }

  private static Verdict meet(CyclicBarrier barrier) {
    try {
      barrier.await();
      return Verdict.ok("Met.");
    } catch (InterruptedException | BrokenBarrierException e) {
      return Verdict.broken("Alone.", Remedy.of("Wait."));
    }
  }

  private static List<Finding> run(Duration limit, Checkup... checkups) {
    return Examination.of(List.of(checkups), limit).run();
  }
}
