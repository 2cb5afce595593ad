package dev.holdfast.notification;

import static dev.holdfast.notification.NoticeBench.APPROVERS;
import static dev.holdfast.notification.NoticeBench.OWN_CHAT;
import static dev.holdfast.testing.Samples.ALEX;
import static dev.holdfast.testing.Samples.DEV;
import static dev.holdfast.testing.Samples.MEGAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.freeze.Freeze;
import dev.holdfast.freeze.FreezeService;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.request.step.EnvironmentRef;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeMessenger.Sent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who is told that a freeze began or ended. */
class FreezeNotificationsTests {

  private static final Address ALEX_OWN = new Address.Person(ALEX.id());

  @AutoClose private final NoticeBench bench = new NoticeBench(Databases.H2.fresh());

  @Test
  void theChannelAndWhoWaitsAreToldInTheirZones() {
    bench.submit(OWN_CHAT);
    bench.submit(OWN_CHAT);
    bench.settle();
    Freeze freeze = freeze(Optional.of(DEV));
    bench.deliver();
    assertThat(bench.messenger.sent()).extracting(Sent::to).containsExactly(APPROVERS, ALEX_OWN);
    assertThat(bench.messenger.sent().get(0).text())
        .contains("Frozen by Megan Bowen", "Nothing starts on Contoso Dev", "the release");
    bench.messenger.clear();
    bench.bench.get(FreezeService.class).end(freeze.id(), MEGAN);
    bench.deliver();
    assertThat(bench.messenger.sent()).extracting(Sent::to).containsExactly(APPROVERS, ALEX_OWN);
    assertThat(bench.messenger.last().text())
        .contains("The freeze of Contoso Dev was ended by Megan Bowen.");
  }

  @Test
  void whoWaitsForSomethingElseIsNotTold() {
    bench.submit(OWN_CHAT);
    bench.settle();
    freeze(Optional.of(new EnvironmentRef("env-other", "Fabrikam", "", Map.of())));
    bench.deliver();
    assertThat(bench.messenger.sent()).extracting(Sent::to).containsExactly(APPROVERS);
  }

  @Test
  void ofWhatHasEndedMeanwhileItIsNotToldThatItBegan() {
    Freeze freeze = freeze(Optional.empty());
    bench.bench.get(FreezeService.class).end(freeze.id(), MEGAN);
    bench.deliver();
    assertThat(bench.messenger.sent())
        .extracting(Sent::text)
        .containsExactly(
            "The freeze of everything was ended by Megan Bowen. Waiting requests continue.");
  }

  @Test
  void whoCannotBeReachedIsGivenUp() {
    bench.messenger.fails(APPROVERS, Reason.UNREACHABLE);
    freeze(Optional.empty());
    bench.deliver();
    assertThat(bench.rows()).isEmpty();
    assertThat(bench.messenger.sent()).isEmpty();
  }

  private Freeze freeze(Optional<EnvironmentRef> environment) {
    return bench
        .bench
        .get(FreezeService.class)
        .start(environment, MEGAN, "the release", bench.now().plus(Duration.ofHours(2)));
  }
}
