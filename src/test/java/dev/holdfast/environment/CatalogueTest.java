package dev.holdfast.environment;

import static dev.holdfast.environment.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.platform.AdminApiException;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final Duration TTL = Duration.ofMinutes(5);

  private final SettableClock clock = new SettableClock(NOW);
  private final SampleApi api = new SampleApi();
  private final Queue<Runnable> behind = new ArrayDeque<>();
  private final Catalogue catalogue = new Catalogue(api, clock, TTL, behind::add);

  @Test
  void theFirstReaderWaitsAndTheNextOnesDoNot() {
    api.has(Sample.sandbox("Contoso UAT"));

    catalogue.all();
    clock.advance(TTL.minusSeconds(1));
    Listing listing = catalogue.all();

    assertThat(api.asked).containsExactly("environments");
    assertThat(listing.readAt()).isEqualTo(NOW);
    assertThat(behind).isEmpty();
  }

  @Test
  void anOldListingIsHandedOutWhileANewOneIsReadBehindTheReadersBack() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalogue.all();
    api.has(Sample.sandbox("Contoso UAT"), Sample.sandbox("Contoso Dev"));
    clock.advance(TTL);

    assertThat(catalogue.all().subjects()).hasSize(1);
    assertThat(catalogue.all().readAt()).isEqualTo(NOW);
    assertThat(behind).as("one reading, however many readers").hasSize(1);

    behind.remove().run();

    assertThat(catalogue.all().subjects()).hasSize(2);
    assertThat(catalogue.all().readAt()).isEqualTo(NOW.plus(TTL));
  }

  @Test
  void aListingThatCannotBeReadAgainStaysAndSaysSoUntilItCan() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalogue.all();
    clock.advance(TTL);
    api.down(true);
    catalogue.all();
    behind.remove().run();

    Listing old = catalogue.all();
    assertThat(old.subjects()).hasSize(1);
    assertThat(old.readAt()).isEqualTo(NOW);
    assertThat(old.trouble()).contains("The service is not there.");

    api.down(false);
    behind.remove().run();
    assertThat(catalogue.all().trouble()).isEmpty();
  }

  @Test
  void theFirstReaderSeesTheFailureAndTheNextOneTriesAgain() {
    api.has(Sample.sandbox("Contoso UAT")).down(true);
    assertThatThrownBy(catalogue::all).isInstanceOf(AdminApiException.class);

    api.down(false);
    assertThat(catalogue.all().subjects()).hasSize(1);
  }

  @Test
  void aRefresherThatTakesNoMoreWorkDoesNotTroubleTheReader() {
    Catalogue refused =
        new Catalogue(
            api,
            clock,
            TTL,
            task -> {
              throw new RejectedExecutionException("shut down");
            });
    api.has(Sample.sandbox("Contoso UAT"));
    refused.all();
    clock.advance(TTL);

    assertThat(refused.all().subjects()).hasSize(1);
    assertThat(refused.all().subjects()).hasSize(1);
  }

  @Test
  void readingAfreshIsSeparateAndReplacesTheListing() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalogue.all();
    api.has(Sample.sandbox("Contoso Dev"));

    assertThat(catalogue.refresh().subjects())
        .extracting(Subject::name)
        .containsExactly("Contoso Dev");
    assertThat(catalogue.byId("ID-contoso dev")).isPresent();
    assertThat(catalogue.byId("id-Contoso UAT")).isEmpty();
  }

  @Test
  void theListingIsOrderedByNameAndKnowsTheKinds() {
    api.has(Sample.of(Kind.USE, "zeta"), Sample.of(Kind.UDE, "Alpha"), Sample.of(Kind.UPE, "beta"));

    assertThat(catalogue.all().subjects())
        .extracting(Subject::name, Subject::kind)
        .containsExactly(
            tuple("Alpha", Kind.UDE), tuple("beta", Kind.UPE), tuple("zeta", Kind.USE));
  }

  @Test
  void dataverseIsAskedOnceForAKindThatItTellsAndAgainForOneThatItDoesNot() {
    api.has(Sample.of(Kind.USE, "A"), Sample.of(Kind.UNIFIED, "B"), Sample.of(Kind.UPE, "C"));

    catalogue.refresh();
    catalogue.refresh();

    assertThat(api.asked)
        .containsExactly(
            "environments",
            "deployment id-A",
            "deployment id-B",
            "environments",
            "deployment id-B");
  }

  @Test
  void aCatalogueReadBehindTheBackBeforeAnyReaderMakesNobodyWait() {
    api.has(Sample.sandbox("Contoso UAT"));

    catalogue.refreshSoon();
    behind.remove().run();
    catalogue.all();

    assertThat(api.asked).containsExactly("environments");
  }
}
