package dev.holdfast.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.message.StoredMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstantCheckTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Half past ten in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

  private final InstantCheck check =
      new InstantCheck(
          BERLIN,
          Instant.parse("2026-11-13T09:30:20Z"),
          Instant.parse("2026-11-20T09:15:00Z"),
          NOW);

  @Test
  void findsAPossibleTime() {
    InstantCheck.Result result = check.of("2026-11-19", "18:00");
    assertThat(result.instant()).contains(Instant.parse("2026-11-19T17:00:00Z"));
    assertThat(result.errors()).isEmpty();
    assertThat(result.nearest()).isEmpty();
  }

  @Test
  void offersTheLatestInsteadOfTheFutureAndOfWhatIsTooRecent() {
    assertThat(wrong("2026-11-21", "18:00", "time", "in the future", "Fri 20 Nov 2026, 10:15"))
        .containsExactly(new InstantCheck.Nearest(Instant.parse("2026-11-20T09:15:00Z"), BERLIN));
    assertThat(wrong("2026-11-20", "10:20", "time", "too recent", "Fri 20 Nov 2026, 10:15"))
        .containsExactly(new InstantCheck.Nearest(Instant.parse("2026-11-20T09:15:00Z"), BERLIN));
  }

  @Test
  void offersTheBeginningOfTheWindowInsteadOfWhatIsBeforeIt() {
    List<InstantCheck.Nearest> nearest =
        wrong("2026-11-10", "18:00", "time", "too long ago", "Fri 13 Nov 2026, 10:31");
    assertThat(nearest)
        .containsExactly(new InstantCheck.Nearest(Instant.parse("2026-11-13T09:36:00Z"), BERLIN));
    assertThat(check.of("2026-11-13", "10:36").instant()).isPresent();
  }

  @Test
  void offersTheEndOfADayWithoutATime() {
    assertThat(wrong("2026-11-19", "", "time", "Choose a time on 2026-11-19"))
        .containsExactly(new InstantCheck.Nearest(Instant.parse("2026-11-19T22:59:00Z"), BERLIN));
    assertThat(wrong("2026-11-20", "", "time", "Choose a time"))
        .containsExactly(new InstantCheck.Nearest(Instant.parse("2026-11-20T09:15:00Z"), BERLIN));
  }

  @Test
  void offersWhatIsOnBothSidesOfAnHourThatTheClocksSkip() {
    InstantCheck spring = at("2027-03-28T10:00:00Z");
    InstantCheck.Result result = spring.of("2027-03-28", "02:30");
    assertThat(result.errors()).containsOnlyKeys("time");
    assertThat(result.nearest())
        .containsExactly(
            new InstantCheck.Nearest(Instant.parse("2027-03-28T00:59:00Z"), BERLIN),
            new InstantCheck.Nearest(Instant.parse("2027-03-28T01:00:00Z"), BERLIN));
  }

  @Test
  void offersBothTimesThatTheClocksShowTwice() {
    InstantCheck autumn = at("2026-10-25T10:00:00Z");
    InstantCheck.Result result = autumn.of("2026-10-25", "02:30");
    assertThat(StoredMessage.english(result.errors().get("time")))
        .contains("occurs twice in Europe/Berlin");
    assertThat(result.nearest())
        .containsExactly(
            new InstantCheck.Nearest(Instant.parse("2026-10-25T00:30:00Z"), ZoneId.of("UTC+02:00")),
            new InstantCheck.Nearest(
                Instant.parse("2026-10-25T01:30:00Z"), ZoneId.of("UTC+01:00")));
  }

  @Test
  void offersNothingWhereNothingIsPossible() {
    InstantCheck none = new InstantCheck(BERLIN, NOW, NOW.minusSeconds(900), NOW);
    assertThat(none.of("2026-11-19", "18:00").nearest()).isEmpty();
    assertThat(none.of("2026-11-19", "18:00").errors()).containsOnlyKeys("time");
  }

  @Test
  void saysWhatIsNoDateAndWhatIsNoTime() {
    assertThat(wrong("20.11.", "18:00", "date", "isn't a date")).isEmpty();
    assertThat(wrong("", "18:00", "date", "Choose a date")).isEmpty();
    assertThat(wrong("2026-11-19", "25:00", "time", "isn't a time of day")).isEmpty();
    assertThat(wrong("+999999999-12-31", "23:00", "time", "in the future")).hasSize(1);
  }

  private List<InstantCheck.Nearest> wrong(String date, String time, String input, String... says) {
    InstantCheck.Result result = check.of(date, time);
    assertThat(result.instant()).isEmpty();
    assertThat(result.errors()).containsOnlyKeys(input);
    assertThat(StoredMessage.english(result.errors().get(input))).contains(says);
    return result.nearest();
  }

  private static InstantCheck at(String now) {
    Instant instant = Instant.parse(now);
    return new InstantCheck(
        BERLIN, instant.minusSeconds(7 * 86_400), instant.minusSeconds(900), instant);
  }
}
