package dev.holdfast.teams.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ChatUser;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.request.Person;
import dev.holdfast.teams.Activities;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.activity.ActivityParser;
import dev.holdfast.testing.FakePeople;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import tools.jackson.databind.node.ObjectNode;

/** Who an activity says has spoken. */
class SenderResolverTest {

  private static final String ALEX = "00000000-0000-0000-0000-0000000000020";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  private final ActivityParser reader = new ActivityParser(Fixtures.HOSTS);
  private final FakePeople people =
      new FakePeople().know(new Person(ALEX, "Alex as stored"), "Europe/Berlin");

  @Test
  void anActivityThatSaysAllIsBelievedAndNobodyIsLookedUp() {
    PersonDirectory untouched = Mockito.mock(PersonDirectory.class);
    var said = Activities.personalMessage().put("localTimezone", "Pacific/Auckland");
    assertThat(speaker(untouched, said)).contains(new ChatUser(ALEX, "Alex Wilber", AUCKLAND));
    Mockito.verifyNoInteractions(untouched);
  }

  @Test
  void whatItLeavesOutIsWhatEarlierOnesSaid() {
    assertThat(speaker(people, withoutZone()))
        .contains(new ChatUser(ALEX, "Alex Wilber", ZoneId.of("Europe/Berlin")));
    var nameless = Activities.personalMessage().put("localTimezone", "Pacific/Auckland");
    nameless.withObject("from").remove("name");
    assertThat(speaker(people, nameless)).contains(new ChatUser(ALEX, "Alex as stored", AUCKLAND));
  }

  @Test
  void whoseZoneNobodyHasSaidHasSpokenAllTheSame() {
    assertThat(speaker(new FakePeople(), withoutZone()))
        .contains(ChatUser.of(ALEX, "Alex Wilber", Optional.empty()));
    people.knowWithoutZone(new Person(ALEX, "Alex as stored"));
    assertThat(speaker(people, withoutZone()))
        .contains(ChatUser.of(ALEX, "Alex Wilber", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "W. Europe Standard Time | Europe/Berlin",
        "america/new york        | America/New_York",
        "Asia/Calcutta           | Asia/Calcutta",
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome | Europe/Amsterdam"
      })
  void aZoneIsReadHoweverItIsSpelled(String spelled, String zone) {
    var said = Activities.personalMessage().put("localTimezone", spelled);
    assertThat(speaker(people, said).orElseThrow().zone()).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T11:00:00.1234567+01:00, Europe/Berlin",
    "2026-11-20T15:30:00+05:30, UTC+05:30",
    "2026-11-20T10:00:00+00:00, UTC"
  })
  void withoutAZoneTheOffsetOfTheLocalTimeCounts(String localTimestamp, String zone) {
    var said = withoutZone().put("localTimestamp", localTimestamp);
    assertThat(speaker(people, said).orElseThrow())
        .isEqualTo(new ChatUser(ALEX, "Alex Wilber", ZoneId.of(zone)));
    var misspelled = withoutZone().put("localTimestamp", localTimestamp);
    misspelled.put("localTimezone", "Mars/Phobos");
    assertThat(speaker(people, misspelled).orElseThrow().zone()).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20T10:00:00Z", "2026-11-20T10:00:00", "yesterday", ""})
  void aLocalTimeWithoutAnOffsetSaysNoZone(String localTimestamp) {
    var said = withoutZone().put("localTimestamp", localTimestamp);
    assertThat(speaker(new FakePeople(), said))
        .contains(ChatUser.of(ALEX, "Alex Wilber", Optional.empty()));
  }

  @Test
  void withoutAnEntraIdNobodyHasSpokenWhateverElseIsSaid() {
    var said = Activities.personalMessage().put("localTimezone", "Pacific/Auckland");
    said.withObject("from").remove("aadObjectId");
    assertThat(speaker(people, said)).isEmpty();
  }

  private static ObjectNode withoutZone() {
    var said = Activities.personalMessage();
    said.remove("localTimezone");
    said.remove("localTimestamp");
    said.withArray("entities").removeAll();
    return said;
  }

  private Optional<ChatUser> speaker(PersonDirectory known, ObjectNode activity) {
    var speakers = new SenderResolver(known, new AllowedTenants(Fixtures.PROPERTIES), CLOCK);
    var answer = speakers.of(reader.read(Activities.bytes(activity)));
    return answer instanceof SenderResolver.Answer.Known who
        ? Optional.of(who.speaker())
        : Optional.empty();
  }
}
