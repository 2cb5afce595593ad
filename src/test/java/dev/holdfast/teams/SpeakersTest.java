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
    assertThat(new Speakers(untouched).of(read(said)))
        .contains(new Speaker(ALEX, "Alex Wilber", AUCKLAND));
    Mockito.verifyNoInteractions(untouched);
  }

  @Test
  void whatItLeavesOutIsWhatEarlierOnesSaid() {
    var stored = Optional.of(new Speaker(ALEX, "Alex as stored", ZoneId.of("Europe/Berlin")));
    assertThat(new Speakers(people).of(read(withoutZone()))).isEqualTo(stored);
    var nameless = Activities.personalMessage().put("localTimezone", "Pacific/Auckland");
    nameless.withObject("from").remove("name");
    assertThat(new Speakers(people).of(read(nameless))).isEqualTo(stored);
  }

  @Test
  void whoIsNamedInPartAndNotKnownHasNotSpoken() {
    assertThat(new Speakers(new FakePeople()).of(read(withoutZone()))).isEmpty();
  }

  @Test
  void withoutAnEntraIdNobodyHasSpokenWhateverElseIsSaid() {
    var said = Activities.personalMessage().put("localTimezone", "Pacific/Auckland");
    said.withObject("from").remove("aadObjectId");
    assertThat(new Speakers(people).of(read(said))).isEmpty();
  }

  private static ObjectNode withoutZone() {
    var said = Activities.personalMessage();
    said.remove("localTimezone");
    said.withArray("entities").removeAll();
    return said;
  }

  private Incoming read(ObjectNode activity) {
    return reader.read(Activities.bytes(activity));
  }
}
