package dev.holdfast.operation.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.bot.time.EnteredZones;
import dev.holdfast.card.view.Choice;
import dev.holdfast.message.StoredMessage;
import dev.holdfast.request.schedule.PlannedStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form or an order says of its start. It's Friday, 20 November 2026, 10:30 in Berlin. */
class StartFormTest {

  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ChatUser ALEX = new ChatUser("id-alex", "Alex Wilber", BERLIN);
  private static final ChatUser UNKNOWN = ChatUser.of("id-lee", "Lee Gu", Optional.empty());

  private final EnteredZones zones = mock(EnteredZones.class);
  private final StartForm form = at(NOW);

  private StartForm at(Instant now) {
    return new StartForm(
        new PlannedStartProperties(Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(30)),
        zones,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static StartInput input(String start, String grace) {
    return new StartInput(start, grace, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "Now"})
  void withoutATimeItStartsAsSoonAsPossible(String words) {
    assertThat(form.read(input(words, "PT99H"), ALEX)).isEqualTo(StartForm.Read.NOW);
    assertThat(form.shown(input(words, ""), ALEX).text()).isEmpty();
  }

  @Test
  void withoutAGracePeriodItHasTheUsualOne() {
    assertThat(form.read(input("tonight", ""), ALEX).start())
        .contains(start("2026-11-20T21:00:00Z", Duration.ofHours(1)));
    assertThat(form.read(input("tonight", "PT4H"), ALEX).start())
        .contains(start("2026-11-20T21:00:00Z", Duration.ofHours(4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT4M59S", "PT13H", "-PT1H", "an hour"})
  void refusesAnotherGracePeriodThanMayBeChosen(String grace) {
    StartForm.Read read = form.read(input("tonight", grace), ALEX);
    assertThat(read.start()).isEmpty();
    assertThat(read.errors()).containsOnlyKeys(StartForm.GRACE);
  }

  @Test
  void offersGracePeriodsUpToTheLongestAndTheChosenOne() {
    StartFields fields = form.shown(input("tonight", "PT3H"), ALEX);
    assertThat(fields.text()).isEqualTo("2026-11-20 22:00 UTC+01:00");
    assertThat(fields.grace()).isEqualTo("PT3H");
    assertThat(fields.graces())
        .extracting(Choice::value)
        .containsExactly("PT15M", "PT30M", "PT1H", "PT2H", "PT3H", "PT4H", "PT8H", "PT12H");
  }

  /** The clocks go back on 25 October 2026: 02:30 occurs twice. */
  @Test
  void aTimeThatOccursTwiceIsShownWithItsOffsetAndTakenTheSecondTime() {
    StartForm before = at(Instant.parse("2026-10-24T12:00:00Z"));
    StartForm.Read read = before.read(input("tomorrow 02:30", ""), ALEX);
    assertThat(read.start()).isEmpty();
    assertThat(StoredMessage.english(read.errors().get(StartForm.ID))).contains("occurs twice");
    String shown = before.shown(input("tomorrow 02:30", ""), ALEX).text();
    assertThat(shown).isEqualTo("2026-10-25 02:30 UTC+02:00");
    assertThat(before.read(input(shown, ""), ALEX).start())
        .contains(start("2026-10-25T00:30:00Z", Duration.ofHours(1)));
  }

  @Test
  void anUnknownZoneIsNeverReadAsAnother() {
    StartForm.Read read = form.read(input("tonight", ""), UNKNOWN);
    assertThat(read.start()).isEmpty();
    assertThat(StoredMessage.english(read.errors().get(StartForm.ID)))
        .contains("doesn't know your time zone");
    assertThat(form.shown(input("tonight", ""), UNKNOWN).text()).isEqualTo("tonight");
  }

  @Test
  void aZoneThatIsNamedIsUsedShownAndKept() {
    StartInput input = input("tonight 22:00 Europe/Berlin", "");
    assertThat(form.read(input, UNKNOWN).start())
        .contains(start("2026-11-20T21:00:00Z", Duration.ofHours(1)));
    assertThat(form.shown(input, UNKNOWN).text()).isEqualTo("2026-11-20 22:00 UTC+01:00");
    verify(zones).keep(Optional.of(BERLIN), UNKNOWN);
  }

  @Test
  void theZoneOfTheFormComesBeforeThePersonsOwn() {
    StartInput input = new StartInput("tonight", "", "America/New_York");
    assertThat(form.read(input, ALEX).start())
        .contains(start("2026-11-21T03:00:00Z", Duration.ofHours(1)));
    assertThat(form.read(new StartInput("tonight", "", "Atlantis"), ALEX).start()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T21:00:00Z/, PT1H",
    "2026-11-20T21:00:00Z/PT15M, PT15M",
    "2026-11-20T21:00:00Z/PT12H, PT12H"
  })
  void readsAnOrder(String text, Duration grace) {
    assertThat(form.ofOrder(Map.of("start", text)).start())
        .contains(start("2026-11-20T21:00:00Z", grace));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tonight/",
        "2026-11-20T21:00:00Z",
        "2026-11-20T21:00:00Z/1h",
        "2026-11-20T21:00:00Z/-PT1H",
        "2026-11-20T21:00:00.5Z/PT1H",
        "2026-11-20T21:00:00Z/PT1H/PT1H",
        "2026-11-20T21:00:00Z/PT13H",
        "2026-11-20T21:00:00Z/PT1M",
        "2026-11-20T09:30:00Z/PT1H",
        "2027-11-20T21:00:00Z/PT1H"
      })
  void refusesWhatIsNoStartOfAnOrder(String text) {
    StartForm.Read read = form.ofOrder(Map.of("start", text));
    assertThat(read.start()).isEmpty();
    assertThat(read.errors()).hasSize(1);
  }

  @Test
  void anOrderWithoutAStartStartsAsSoonAsPossible() {
    assertThat(form.ofOrder(Map.of())).isEqualTo(StartForm.Read.NOW);
  }

  private static PlannedStart start(String notBefore, Duration grace) {
    return new PlannedStart(Instant.parse(notBefore), grace);
  }
}
