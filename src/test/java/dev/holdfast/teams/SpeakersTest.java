package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.chat.Speaker;
import dev.holdfast.notice.People;
import dev.holdfast.request.Person;
import dev.holdfast.testing.FakePeople;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import tools.jackson.databind.node.ObjectNode;

/** Who an activity says has spoken. */
class SpeakersTest {

  private static final String ALEX = "00000000-0000-0000-0000-0000000000020";
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  private final ActivityReader reader = new ActivityReader(new ServiceHosts(Fixtures.PROPERTIES));
  private final FakePeople people =
      new FakePeople().know(new Person(ALEX, "Alex as stored"), "Europe/Berlin");

  @Test
  void anActivityThatSaysAllIsBelievedAndNobodyIsLookedUp() {
    People untouched = Mockito.mock(People.class);
    var said = Activities.personalMessage().put("localTimezone", "Pacific/Auckland");
    assertThat(speaker(untouched, said)).contains(new Speaker(ALEX, "Alex Wilber", AUCKLAND));
    Mockito.verifyNoInteractions(untouched);
  }

  @Test
  void whatItLeavesOutIsWhatEarlierOnesSaid() {
    var stored = Optional.of(new Speaker(ALEX, "Alex as stored", ZoneId.of("Europe/Berlin")));
    assertThat(speaker(people, withoutZone())).isEqualTo(stored);
    var nameless = Activities.personalMessage().put("localTimezone", "Pacific/Auckland");
    nameless.withObject("from").remove("name");
    assertThat(speaker(people, nameless)).isEqualTo(stored);
  }

  @Test
  void whoIsNamedInPartAndNotKnownHasNotSpoken() {
    assertThat(speaker(new FakePeople(), withoutZone())).isEmpty();
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
    said.withArray("entities").removeAll();
    return said;
  }

  private Optional<Speaker> speaker(People known, ObjectNode activity) {
    var speakers = new Speakers(known, new AllowedTenants(Fixtures.PROPERTIES));
    var answer = speakers.of(reader.read(Activities.bytes(activity)));
    return answer instanceof Speakers.Answer.Known who
        ? Optional.of(who.speaker())
        : Optional.empty();
  }
}
