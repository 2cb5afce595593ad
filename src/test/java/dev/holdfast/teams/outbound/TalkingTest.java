package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bot.ActionResponse;
import dev.holdfast.bot.ConversationRef;
import dev.holdfast.bot.IncomingMessage;
import dev.holdfast.bot.MentionedPerson;
import dev.holdfast.card.Card;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.teams.Activities;
import dev.holdfast.teams.Cards;
import dev.holdfast.teams.ScriptedChat;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeMessage;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** People talk to the bot over HTTP, and it answers. */
class TalkingTest {

  private static final FakeTeams TEAMS = FakeTeams.start();
  private static final FakePerson ALEX = TEAMS.person("Alex Wilber", "Pacific/Auckland");
  private static final FakePerson MEGAN = TEAMS.person("Megan Bowen");
  private static TeamsSlice slice;

  private final FakeConversation chat = TEAMS.personal(ALEX);
  private ScriptedChat holdfast;
  private Messenger messenger;

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
    TEAMS.callsTheBot("Holdfast");
    holdfast = slice.chat();
    holdfast.reset();
    messenger = slice.bean(Messenger.class);
  }

  @Test
  void handsOnWhatAPersonSaysInTheirOwnChat() {
    chat.says(ALEX, "restore Contoso UAT");

    assertThat(holdfast.said())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.text()).isEqualTo("restore Contoso UAT");
              assertThat(said.who().id()).isEqualTo(ALEX.entraId());
              assertThat(said.who().name()).isEqualTo("Alex Wilber");
              assertThat(said.who().zone()).isEqualTo(ZoneId.of("Pacific/Auckland"));
              assertThat(said.where())
                  .isEqualTo(new ConversationRef(chat.id(), ConversationRef.Kind.PERSONAL));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Holdfast",
        "Ops (Bot)",
        "C++ Bot",
        "[QA] Bot",
        "Cost $1",
        "a.*b",
        "Tür \\E bot",
        "בוט גיבוי",
        "روبوت (١)",
        "🤖 Bot",
        "R&amp;D",
        "<at>"
      })
  void stripsTheMentionWhateverTheBotIsCalled(String name) {
    TEAMS.callsTheBot(name);

    TEAMS.group("Release night").says(ALEX, "help");
    TEAMS.channel("Finance", "Requests").says(ALEX, "status R-1042");

    assertThat(holdfast.said())
        .extracting(IncomingMessage::text)
        .containsExactly("help", "status R-1042");
    assertThat(holdfast.said())
        .extracting(said -> said.where().kind())
        .containsExactly(ConversationRef.Kind.GROUP_CHAT, ConversationRef.Kind.CHANNEL);
  }

  @Test
  void leavesTheMentionOfSomebodyElse() {
    var message = Activities.groupMessage();
    message.put("text", "<at>Test Bot</at>&nbsp;approve for <at>Megan</at> ");
    message
        .withArray("entities")
        .addObject()
        .put("type", "mention")
        .put("text", "<at>Megan</at>")
        .putObject("mentioned")
        .put("id", "29:megan");

    TEAMS.deliver(message.put("serviceUrl", TEAMS.serviceUrl()));

    assertThat(holdfast.said())
        .extracting(IncomingMessage::text)
        .containsExactly("approve for <at>Megan</at>");
  }

  @Test
  void saysWhoIsMentionedByTheIdsThatTeamsGives() {
    TEAMS.personal(MEGAN).says(MEGAN, "hello");
    var stranger = TEAMS.person("Someone who never spoke");
    var group = TEAMS.group("Release night");
    for (var person : List.of(MEGAN, stranger)) {
      holdfast.reset();
      var message = (ObjectNode) group.saying(ALEX, "history by <at>Someone</at>");
      message
          .withArray("entities")
          .addObject()
          .put("type", "mention")
          .put("text", "<at>Someone</at>")
          .putObject("mentioned")
          .put("id", person.teamsId());

      TEAMS.deliver(message);

      assertThat(holdfast.said())
          .flatExtracting(IncomingMessage::people)
          .containsExactly(new MentionedPerson("Someone", Optional.of(person.entraId())));
    }
  }

  @Test
  void doesNotRunAnEditedCommandAndSaysSo() {
    var edited =
        ((ObjectNode) chat.saying(ALEX, "restore Contoso UAT")).put("type", "messageUpdate");
    edited.withObject("channelData").put("eventType", "editMessage");

    TEAMS.deliver(edited);

    assertThat(holdfast.said()).isEmpty();
    chat.awaitText("Holdfast doesn't run edited messages.");
  }

  @ParameterizedTest
  @CsvSource({
    "messageUpdate, editMessage, no command",
    "messageUpdate, undeleteMessage, restore Contoso UAT",
    "messageDelete, softDeleteMessage, restore Contoso UAT"
  })
  void saysNothingToOtherChangesOfMessages(String type, String event, String text) {
    var before = chat.messages().size();
    var changed = ((ObjectNode) chat.saying(ALEX, text)).put("type", type);
    changed.withObject("channelData").put("eventType", event);

    TEAMS.deliver(changed);

    assertThat(holdfast.said()).isEmpty();
    assertThat(chat.messages()).hasSize(before);
  }

  @Test
  void answersInTheThreadInWhichItWasAsked() {
    var channel = TEAMS.channel("Finance", "Requests");
    holdfast.whenSaid(
        said ->
            messenger.post(
                new Address.Conversation(said.where().conversation()), Cards.saying("Here.")));

    var thread = channel.says(ALEX, "help");

    assertThat(thread.awaitText("Here.").conversation()).isEqualTo(thread.id());
    assertThat(TEAMS.calls().get(TEAMS.calls().size() - 1).path()).contains("%3Bmessageid%3D");
  }

  @Test
  void handsOnAClickWithItsDataAndInputsAndTellsTheClicker() {
    var message = posted(Cards.asking("Approve?", "request.approve"));

    var answer = chat.clicks(ALEX, message, "Do it", Map.of("comment", "fine by me"));

    assertThat(holdfast.clicked())
        .singleElement()
        .satisfies(
            click -> {
              assertThat(click.verb()).isEqualTo("request.approve");
              assertThat(click.message()).isEqualTo(message.id());
              assertThat(click.who().id()).isEqualTo(ALEX.entraId());
              assertThat(click.data())
                  .isEqualTo(
                      Map.of(
                          "requestId", "R-1042",
                          "version", "3",
                          "comment", "fine by me",
                          "sure", "true"));
            });
    assertThat(answer)
        .isEqualTo(
            Activities.JSON.readTree(
                """
                {"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Taken."}
                """));
  }

  @Test
  void showsACardToTheClickerAlone() {
    var message = posted(Cards.asking("Approve?", "request.approve"));
    holdfast.whenClicked(click -> new ActionResponse.Show(Cards.saying("Only you."), false));

    chat.clicks(ALEX, message, "request.approve");

    assertThat(message.textFor(ALEX)).isEqualTo("Only you.");
    assertThat(message.text()).contains("Approve?");
  }

  @Test
  void showsACardToEverybody() {
    var message = posted(Cards.asking("Approve?", "request.approve"));
    holdfast.whenClicked(click -> new ActionResponse.Show(Cards.saying("Approved."), true));

    var answer = chat.clicks(ALEX, message, "request.approve");

    assertThat(answer.path("type").asString()).isEqualTo(OutboundActivityFactory.CARD);
    assertThat(message.text()).isEqualTo("Approved.");
    assertThat(message.history()).hasSize(2);
  }

  @Test
  void answersTheClickerAlsoIfTheMessageIsGone() {
    var message = posted(Cards.asking("Approve?", "request.approve"));
    holdfast.whenClicked(click -> new ActionResponse.Show(Cards.saying("Approved."), true));
    TEAMS.loses(message);

    chat.clicks(ALEX, message, "request.approve");

    assertThat(message.textFor(ALEX)).isEqualTo("Approved.");
  }

  @Test
  void refusesWithCodeAndSentence() {
    var message = posted(Cards.asking("Approve?", "request.approve"));
    holdfast.whenClicked(
        click -> new ActionResponse.Refuse("OwnRequest", "You asked for it yourself."));

    assertThat(chat.clicks(ALEX, message, "request.approve"))
        .isEqualTo(
            Activities.JSON.readTree(
                """
                {"statusCode":400,"type":"application/vnd.microsoft.error",
                 "value":{"code":"OwnRequest","message":"You asked for it yourself."}}
                """));
  }

  @Test
  void takesTheSubmitOfAnOlderClientForTheSameClick() {
    var message = posted(Cards.asking("Approve?", "request.approve"));

    chat.submits(ALEX, message, "Do it", Map.of("comment", "from my old phone"));

    assertThat(holdfast.clicked()).isEmpty();
    assertThat(holdfast.submitted())
        .singleElement()
        .satisfies(
            click -> {
              assertThat(click.verb()).isEqualTo("request.approve");
              assertThat(click.message()).isEqualTo(message.id());
              assertThat(click.data()).containsEntry("comment", "from my old phone");
            });
  }

  @Test
  void answersAClickThatTeamsSendsAgain() {
    holdfast.whenClicked(click -> new ActionResponse.Again(new ActionResponse.Tell("Once more.")));

    var answer = TEAMS.deliver(Activities.execute().put("serviceUrl", TEAMS.serviceUrl()));

    assertThat(answer.path("value").asString()).isEqualTo("Once more.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "בדיקה → Contoso UAT",
        "👩‍💻🔥 Łódź İstanbul ǅ é é",
        "中文 한국어 ไทย \uD834\uDD1E",
        "[click](https://evil.example) **done** `x` <b>y</b> &amp; \\ # _z_"
      })
  void bringsEveryTextUnchangedInAndOut(String text) {
    holdfast.whenSaid(said -> messenger.say(new Address.Conversation(chat.id()), said.text()));

    chat.says(ALEX, text);

    var answer = chat.awaitText(text).activity();
    assertThat(answer.path("text").asString()).isEqualTo(text);
    assertThat(answer.path("textFormat").asString()).isEqualTo("plain");
  }

  @Test
  void saysThatItCannotTellWhoSomebodyIs() {
    var message = Activities.personalMessage().put("serviceUrl", TEAMS.serviceUrl());
    message.withObject("from").remove("aadObjectId");
    message.withObject("conversation").put("id", chat.id());
    var click = Activities.execute().put("serviceUrl", TEAMS.serviceUrl());
    click.withObject("from").put("aadObjectId", " ");
    var submit = message.deepCopy().put("id", "submit-1").put("text", "");
    submit.putObject("value").put("verb", "request.approve");

    TEAMS.deliver(message);
    TEAMS.deliver(submit);
    var answer = TEAMS.deliver(click);

    assertThat(holdfast.said()).isEmpty();
    assertThat(holdfast.clicked()).isEmpty();
    assertThat(holdfast.submitted()).isEmpty();
    assertThat(chat.messages())
        .filteredOn(told -> told.text().contains("couldn't verify who you are"))
        .hasSize(2);
    assertThat(answer.path("value").path("message").asString())
        .contains("couldn't verify who you are");
  }

  @Test
  void introducesItselfOnceThoughTeamsAnnouncesTwice() {
    var theirs = TEAMS.personal(MEGAN);

    theirs.installs(MEGAN);
    assertThat(holdfast.installed())
        .containsExactly(new ConversationRef(theirs.id(), ConversationRef.Kind.PERSONAL));

    theirs.removes(MEGAN);
    theirs.installs(MEGAN);
    assertThat(holdfast.installed()).hasSize(2);
  }

  @Test
  void saysThatTheZoneIsNotKnownAndDoesNotTakeItForUtc() {
    var stranger = TEAMS.person("Zoe Zoneless", "Middle-earth/Shire");

    TEAMS.personal(stranger).says(stranger, "hello");

    assertThat(holdfast.said())
        .singleElement()
        .satisfies(said -> assertThat(said.who().zoneUnknown()).isTrue());
  }

  @Test
  void apologisesWithAReferenceAndNoInternals() {
    holdfast.whenSaid(
        said -> {
          throw new IllegalStateException("secret jdbc://");
        });
    holdfast.whenClicked(
        click -> {
          throw new IllegalStateException("secret jdbc://");
        });
    var message = posted(Cards.asking("Approve?", "request.approve"));

    chat.says(ALEX, "restore");
    var answer = chat.clicks(ALEX, message, "Do it");

    assertThat(chat.awaitText("Something went wrong in Holdfast").text())
        .contains("reference " + holdfast.said().get(1).activityId() + ".")
        .doesNotContain("secret");
    assertThat(answer.toString())
        .contains("application/vnd.microsoft.error")
        .contains("reference " + holdfast.clicked().get(0).activityId() + ".")
        .doesNotContain("secret");
    assertThat(failedTurns("message", "none")).isEqualTo(2);
    assertThat(failedTurns("invoke", "adaptiveCard/action")).isEqualTo(1);
  }

  private static long failedTurns(String type, String name) {
    return slice
        .bean(MeterRegistry.class)
        .get("holdfast.teams.turns")
        .tags("type", type, "name", name, "outcome", "failed")
        .timer()
        .count();
  }

  private FakeMessage posted(Card card) {
    chat.says(ALEX, "hello");
    var posted = messenger.post(new Address.Person(ALEX.entraId()), card);
    return chat.awaitMessage("the card", message -> message.id().equals(posted.activity()));
  }
}
