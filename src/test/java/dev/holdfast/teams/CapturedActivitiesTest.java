package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.messaging.PersonDirectory;
import dev.holdfast.testing.FakeTeams;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The activities that were seen on the wire, as they were and with what else Teams may put in. */
class CapturedActivitiesTest {

  private static final FakeTeams TEAMS = FakeTeams.start();
  private static TeamsSlice slice;

  private ScriptedChat holdfast;

  @BeforeAll
  static void start() {
    slice = TeamsSlice.start(TEAMS);
  }

  @AfterAll
  static void stop() {
    slice.close();
    TEAMS.close();
  }

  @BeforeEach
  void reset() {
    holdfast = slice.chat();
    holdfast.reset();
  }

  @Test
  void reachTheChat() {
    Activities.captured().forEach(this::deliver);

    assertThat(holdfast.said())
        .extracting(IncomingMessage::text)
        .containsExactly("hello", "help", "help");
    assertThat(holdfast.said())
        .extracting(said -> said.where().kind())
        .containsExactly(
            ConversationRef.Kind.PERSONAL,
            ConversationRef.Kind.GROUP_CHAT,
            ConversationRef.Kind.CHANNEL);
    assertThat(holdfast.said().get(2).where().conversation())
        .isEqualTo("channel-announcements-id;messageid=1795385518978");
    assertThat(holdfast.installed()).hasSize(1);
    assertThat(holdfast.clicked()).extracting(CardActionInvocation::verb).containsExactly("go");
    assertThat(holdfast.submitted()).extracting(CardActionInvocation::verb).containsExactly("");
    assertThat(Stream.of(holdfast.clicked(), holdfast.submitted()).flatMap(List::stream))
        .extracting(CardActionInvocation::data)
        .containsExactly(Map.of("a", "1"), Map.of("a", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T22:11:05Z",
        "2026-11-22T22:11:05.005Z",
        "2026-11-22T22:11:05.1234567Z",
        "2026-11-22T22:11:05+13:00",
        "22 November",
        ""
      })
  void areTakenWhateverTheirTimestamp(String timestamp) {
    deliver(
        Activities.personalMessage().put("timestamp", timestamp).put("localTimestamp", timestamp));

    assertThat(holdfast.said()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "en_US", "x", "", "de-DE-1996-u-co-phonebk", "🏴", "--"})
  void leaveTheLocaleOfTheVirtualMachineAlone(String locale) {
    var before = Locale.getDefault();

    deliver(Activities.personalMessage().put("locale", locale));
    deliver(Activities.execute().put("locale", locale));

    assertThat(holdfast.said()).hasSize(1);
    assertThat(holdfast.clicked()).hasSize(1);
    assertThat(Locale.getDefault()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "from", "recipient", "entities", "channelData", "channelId", "textFormat"})
  void mayLackAnythingButTheirConversation(String field) {
    var message = Activities.personalMessage();
    message.remove(field);

    deliver(message);

    assertThat(holdfast.said()).hasSize("from".equals(field) ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messageUpdate",
        "messageDelete",
        "messageReaction",
        "event",
        "typing",
        "endOfConversation",
        "command",
        "trace",
        "invokeResponse",
        "handoff",
        "somethingOfNextYear"
      })
  void ofOtherTypesAreTakenAndNothingFollows(String type) {
    deliver(Activities.personalMessage().put("type", type).put("name", "anything"));

    assertThat(holdfast.said()).isEmpty();
    assertThat(holdfast.clicked()).isEmpty();
    assertThat(holdfast.submitted()).isEmpty();
    assertThat(holdfast.installed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"task/fetch", "config/fetch", "composeExtension/query", ""})
  void ofOtherInvokesAreRefusedInWords(String name) {
    var answer = TEAMS.deliver(here(Activities.execute().put("name", name)));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(answer.path("type").asString()).isEqualTo("application/vnd.microsoft.error");
    assertThat(answer.path("value").path("code").asString()).isEqualTo("NotSupported");
  }

  @Test
  void mayUpdateAConversationWithoutSayingHow() {
    var renamed = Activities.membersAdded().put("topicName", "New name");
    renamed.remove("membersAdded");

    deliver(renamed);

    assertThat(holdfast.installed()).isEmpty();
  }

  @Test
  void mayNameTheZoneInTheClientInfoOnly() {
    var message = Activities.personalMessage();
    message.remove("localTimezone");
    ((ObjectNode) message.path("entities").get(0)).put("timezone", "Asia/Kolkata");

    deliver(message);

    assertThat(holdfast.said().get(0).who().zone().getId()).isEqualTo("Asia/Kolkata");
  }

  @Test
  void mayCarryTextsThatADatabaseDoesNotTake() {
    var message = Activities.personalMessage().put("text", "hello\u0000 \uD83D world 🙂 مرحبا");
    message.withObject("from").put("name", "Al\u0000ex\n" + "x".repeat(5000));

    assertThat(TEAMS.send(Activities.bytes(here(message))).statusCode()).isEqualTo(200);

    assertThat(holdfast.said().get(0).text()).isEqualTo("hello \uFFFD world 🙂 مرحبا");
    assertThat(slice.bean(PersonDirectory.class).find("00000000-0000-0000-0000-0000000000020"))
        .hasValueSatisfying(known -> assertThat(known.name()).startsWith("Al").hasSize(256));
  }

  private void deliver(ObjectNode activity) {
    TEAMS.deliver(here(activity));
  }

  private static ObjectNode here(ObjectNode activity) {
    return activity.put("serviceUrl", TEAMS.serviceUrl());
  }
}
