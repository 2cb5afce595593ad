package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.message.Message;
import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class EnvironmentCatalogTest {

  private static final Duration TTL = Duration.ofMinutes(5);

  private final SettableClock clock = new SettableClock(NOW);
  private final SampleApi api = new SampleApi();
  private final Queue<Runnable> behind = new ArrayDeque<>();
  private final Queue<Runnable> asking = new ArrayDeque<>();
  private final EnvironmentCatalog catalog =
      new EnvironmentCatalog(Preflights.reads(api, clock), clock, TTL, behind::add, asking::add);

  @Test
  void theFirstReaderWaitsAndTheNextOnesDoNot() {
    api.has(Sample.sandbox("Contoso UAT"));

    catalog.all();
    clock.advance(TTL.minusSeconds(1));
    EnvironmentListing listing = catalog.all();

    assertThat(api.asked).containsExactly("environments");
    assertThat(listing.readAt()).isEqualTo(NOW);
    assertThat(behind).isEmpty();
  }

  @Test
  void anOldListingIsHandedOutWhileANewOneIsReadBehindTheReadersBack() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalog.all();
    api.has(Sample.sandbox("Contoso UAT"), Sample.sandbox("Contoso Dev"));
    clock.advance(TTL);

    assertThat(catalog.all().subjects()).hasSize(1);
    assertThat(catalog.all().readAt()).isEqualTo(NOW);
    assertThat(behind).as("one reading, however many readers").hasSize(1);

    behind.remove().run();

    assertThat(catalog.all().subjects()).hasSize(2);
    assertThat(catalog.all().readAt()).isEqualTo(NOW.plus(TTL));
  }

  @Test
  void whoIsStillTypingNeverWaitsNotEvenTheFirst() {
    api.has(Sample.sandbox("Contoso UAT"));

    assertThat(catalog.suggest("con", 15, one -> true)).isEmpty();
    assertThat(api.asked).isEmpty();
    assertThat(catalog.suggest("cont", 15, one -> true)).isEmpty();
    assertThat(behind).as("one reading, however many keys").hasSize(1);

    behind.remove().run();

    assertThat(catalog.suggest("conto", 15, one -> true)).hasSize(1);
  }

  @Test
  void whoIsStillTypingSeesNoFailureAndLeavesTheServiceAlone() {
    api.down(true);
    catalog.suggest("con", 15, one -> true);
    behind.remove().run();

    assertThat(catalog.suggest("cont", 15, one -> true)).isEmpty();
    assertThat(behind).isEmpty();
  }

  @Test
  void aListingThatCannotBeReadAgainStaysAndSaysSoUntilItCan() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalog.all();
    clock.advance(TTL);
    api.down(true);
    catalog.all();
    behind.remove().run();

    EnvironmentListing old = catalog.all();
    assertThat(old.subjects()).hasSize(1);
    assertThat(old.readAt()).isEqualTo(NOW);
    assertThat(old.trouble()).contains(Message.plain("The service is not there."));

    assertThat(behind).as("the service is left alone for a while").isEmpty();
    clock.advance(Duration.ofSeconds(30));
    catalog.all();
    api.down(false);
    behind.remove().run();
    assertThat(catalog.all().trouble()).isEmpty();
  }

  @Test
  void theFirstReaderSeesTheFailureAndTheNextOneTriesAgain() {
    api.has(Sample.sandbox("Contoso UAT")).down(true);
    assertThatThrownBy(catalog::all).isInstanceOf(AdminApiException.class);

    api.down(false);
    assertThat(catalog.all().subjects()).hasSize(1);
  }

  @Test
  void aRefresherThatTakesNoMoreWorkDoesNotTroubleTheReader() {
    EnvironmentCatalog refused =
        new EnvironmentCatalog(
            Preflights.reads(api, clock),
            clock,
            TTL,
            EnvironmentCatalogTest::refuse,
            EnvironmentCatalogTest::refuse);
    api.has(Sample.of(EnvironmentKind.USE, "Contoso UAT"));
    refused.all();
    clock.advance(TTL);

    assertThat(refused.all().subjects()).hasSize(1);
    assertThat(refused.all().subjects()).hasSize(1);
  }

  @Test
  void readingAfreshIsSeparateAndReplacesTheListing() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalog.all();
    api.has(Sample.sandbox("Contoso Dev"));

    assertThat(catalog.refresh().subjects())
        .extracting(EnvironmentProfile::name)
        .containsExactly("Contoso Dev");
    assertThat(catalog.byId("ID-contoso dev", one -> true)).isPresent();
    assertThat(catalog.byId("id-Contoso UAT", one -> true)).isEmpty();
  }

  @Test
  void theListingIsThereBeforeAnyDataverseWasAskedAndTheKindsAreFilledIn() {
    api.has(
        Sample.of(EnvironmentKind.USE, "zeta"),
        Sample.of(EnvironmentKind.UDE, "Alpha"),
        Sample.of(EnvironmentKind.UPE, "beta"));

    assertThat(catalog.all().subjects())
        .extracting(EnvironmentProfile::name, EnvironmentProfile::kind)
        .containsExactly(
            tuple("Alpha", EnvironmentKind.UNIFIED),
            tuple("beta", EnvironmentKind.UPE),
            tuple("zeta", EnvironmentKind.UNIFIED));
    assertThat(catalog.all().kindsAwaited()).isEqualTo(2);
    assertThat(api.asked).containsExactly("environments");

    asking.remove().run();
    assertThat(catalog.all().kindsAwaited()).isEqualTo(1);
    asking.remove().run();

    assertThat(catalog.all().subjects())
        .extracting(EnvironmentProfile::kind)
        .containsExactly(EnvironmentKind.UDE, EnvironmentKind.UPE, EnvironmentKind.USE);
    assertThat(catalog.all().kindsAwaited()).isZero();
    assertThat(catalog.search("(use)", one -> true))
        .extracting(EnvironmentProfile::name)
        .containsExactly("zeta");
  }

  @Test
  void dataverseIsAskedAgainAfterADayBecauseVersionsChange() {
    api.has(Sample.of(EnvironmentKind.USE, "A"), Sample.of(EnvironmentKind.UPE, "B"));

    assertThat(askedByARefresh()).containsExactly("deployment id-A");
    clock.advance(Duration.ofHours(23));
    assertThat(askedByARefresh()).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(askedByARefresh()).containsExactly("deployment id-A");
  }

  @Test
  void aSilentDataverseIsAskedAtLongerAndLongerIntervalsUpToADay() {
    api.has(Sample.of(EnvironmentKind.UNIFIED, "A"));
    askedByARefresh();

    for (Duration pause = Duration.ofMinutes(15);
        pause.compareTo(Duration.ofDays(1)) < 0;
        pause = pause.multipliedBy(2)) {
      clock.advance(pause.minusSeconds(1));
      assertThat(askedByARefresh()).as("before %s", pause).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      assertThat(askedByARefresh()).as("after %s", pause).hasSize(1);
    }
    clock.advance(Duration.ofDays(1));
    assertThat(askedByARefresh()).hasSize(1);
    assertThat(catalog.all().kindsAwaited()).as("it did answer, with nothing").isZero();
  }

  @Test
  void aKindOnceToldOutlivesASilence() {
    api.has(Sample.of(EnvironmentKind.USE, "A"));
    askedByARefresh();
    api.has(Sample.of(EnvironmentKind.UNIFIED, "A"));
    clock.advance(Duration.ofDays(1));
    askedByARefresh();

    assertThat(catalog.byId("id-A", one -> true))
        .map(EnvironmentProfile::kind)
        .contains(EnvironmentKind.USE);
  }

  @Test
  void anEnvironmentThatIsBeingAskedIsNotAskedTwice() {
    api.has(Sample.of(EnvironmentKind.USE, "A"));

    catalog.refresh();
    catalog.refresh();

    assertThat(asking).hasSize(1);
  }

  @Test
  void aCatalogReadBehindTheBackBeforeAnyReaderMakesNobodyWait() {
    api.has(Sample.sandbox("Contoso UAT"));

    catalog.refreshSoon();
    behind.remove().run();
    catalog.all();

    assertThat(api.asked).containsExactly("environments");
  }

  /** Which Dataverses were asked because of a refresh. */
  private List<String> askedByARefresh() {
    api.asked.clear();
    catalog.refresh();
    while (!asking.isEmpty()) {
      asking.remove().run();
    }
    return api.asked.stream().filter(call -> call.startsWith("deployment")).toList();
  }

  private static void refuse(Runnable task) {
    throw new RejectedExecutionException("shut down");
  }
}
