package dev.holdfast.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testing.Preflights;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of somebody's word for an environment that the environment catalog doesn't know. */
class UnknownEnvironmentTest {

  private static final Duration TTL = Duration.ofMinutes(5);

  private final SampleApi api = new SampleApi();
  private final SettableClock clock = new SettableClock(Sample.NOW);
  private final EnvironmentCatalog catalog =
      new EnvironmentCatalog(
          Preflights.reads(api, clock), clock, TTL, Runnable::run, Runnable::run);

  @Test
  void anEnvironmentThatIsNotKnownIsLookedForInAFreshListWithinLimits() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalog.all();
    api.has(Sample.sandbox("Contoso UAT"), Sample.sandbox("Fabrikam New"));

    assertThat(catalog.find("Fabrikam New", one -> true)).isInstanceOf(NameLookup.None.class);
    clock.advance(Duration.ofSeconds(10));
    assertThat(catalog.find("Fabrikam New", one -> true)).isInstanceOf(NameLookup.One.class);
    assertThat(catalog.byId("id-Fabrikam New", one -> true)).isPresent();

    api.asked.clear();
    clock.advance(Duration.ofSeconds(9));
    assertThat(catalog.find("no such thing", one -> true)).isInstanceOf(NameLookup.None.class);
    assertThat(catalog.byId("id-nobody", one -> true)).isEmpty();
    assertThat(api.asked).as("not more often than every ten seconds").isEmpty();
  }

  @Test
  void anIdThatIsNotKnownIsLookedForInAFreshListToo() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalog.all();
    api.has(Sample.sandbox("Contoso UAT"), Sample.sandbox("Fabrikam New"));
    clock.advance(Duration.ofSeconds(10));

    assertThat(catalog.inMemory("id-Fabrikam New")).as("for who is still typing").isEmpty();
    assertThat(catalog.byId("id-Fabrikam New", one -> true)).isPresent();
  }

  /** The new one has exactly the name; the old one only begins with it. */
  @Test
  void anOldListDoesNotDecideByTheBeginningOfAName() {
    api.has(Sample.sandbox("Contoso Dev 2"));
    catalog.all();
    api.has(Sample.sandbox("Contoso Dev 2"), Sample.sandbox("Contoso Dev"));
    clock.advance(TTL);

    assertThat(catalog.find("contoso dev", one -> true))
        .isInstanceOfSatisfying(
            NameLookup.One.class, one -> assertThat(one.subject().name()).isEqualTo("Contoso Dev"));
  }

  @Test
  void whereNothingCanBeReadWhatIsKnownStaysAndTheServiceIsLeftAlone() {
    api.has(Sample.sandbox("Contoso UAT"));
    catalog.all();
    clock.advance(Duration.ofSeconds(10));
    api.down(true);

    assertThat(catalog.find("Fabrikam", one -> true)).isInstanceOf(NameLookup.None.class);
    assertThat(catalog.find("Contoso UAT", one -> true)).isInstanceOf(NameLookup.One.class);
    assertThat(catalog.all().trouble()).isPresent();
    api.asked.clear();
    clock.advance(Duration.ofSeconds(29));
    catalog.find("Fabrikam", one -> true);
    assertThat(api.asked).isEmpty();
  }

  @Test
  void namesakesAreKnownWhateverTheCase() {
    api.has(
        Sample.sandbox("Twin").id("id-1"),
        Sample.sandbox("TWIN").id("id-2"),
        Sample.sandbox("Alone"));
    catalog.all();

    EnvironmentProfile one = catalog.byId("id-1", any -> true).orElseThrow();
    assertThat(catalog.namesakes(one))
        .extracting(EnvironmentProfile::id)
        .containsExactly("id-1", "id-2");
    assertThat(catalog.namesakes(catalog.byId("id-Alone", any -> true).orElseThrow())).isEmpty();
    EnvironmentProfile renamed = Sample.sandbox("Alone").id("id-new").subject();
    assertThat(catalog.namesakes(renamed)).as("read after the list").hasSize(1);
  }
}
