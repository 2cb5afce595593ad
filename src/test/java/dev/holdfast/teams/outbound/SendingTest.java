package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.Cards;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.TeamsConfiguration;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.testing.FakeCall;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeFault;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bot sends, and what it makes of each answer of the connector. */
class SendingTest {

  private static final TeamsSlice SLICE = TeamsSlice.start(FakeTeams.start());

  private final FakeTeams teams = FakeTeams.start().talksTo(SLICE.endpoint());
  private final FakePerson alex = teams.person("Alex Wilber");
  private final FakeConversation chat = teams.personal(alex);
  private final Address toAlex = new Address.Person(alex.entraId());
  private final Messenger messenger = SLICE.bean(Messenger.class);
  private final ConversationRepository conversations = SLICE.bean(ConversationRepository.class);

  @BeforeEach
  void alexSpeaks() {
    chat.says(alex, "hello");
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void sendsAgainWithLessWhatTeamsFindsTooLarge() {
    teams.fails(FakeFault.of(413, "MessageSizeTooBig"), 1);

    messenger.post(toAlex, Cards.saying("words that go on ".repeat(1_000)));

    var text = chat.awaitText("words that go on").text();
    assertThat(text).endsWith("…").hasSizeLessThan(6_000);
  }

  @Test
  void saysInWordsWhatIsTooLargeForAnyCard() {
    teams.fails(FakeFault.of(413, "MessageSizeTooBig"), 2);
    messenger.post(toAlex, Cards.saying("Restored."));
    chat.awaitText("Card: Restored. (The card with the rest is too large for Teams.");

    var posted = messenger.post(toAlex, Cards.saying("Running."));
    teams.fails(FakeFault.of(413, "MessageSizeTooBig"), 2);
    messenger.update(posted, Cards.saying("Done."));
    chat.awaitText("Card: Done. (The card with the rest is too large for Teams.");
  }

  @Test
  void cutsATextThatNobodyReadsAtAWord() {
    messenger.say(toAlex, "one two three ".repeat(10_000));

    var activity = chat.awaitText("one two three").activity();
    assertThat(activity.path("text").asString()).hasSizeLessThan(8_001).endsWith("…");
    assertThat(activity.path("summary").asString()).hasSizeLessThan(201);
  }

  @Test
  void postsACardWithASummaryForTheToastAndNoText() {
    var posted = messenger.post(toAlex, Cards.saying("Restored."));

    var activity = chat.awaitText("Restored.").activity();
    assertThat(posted.conversation()).isEqualTo(chat.id());
    assertThat(activity.path("summary").asString()).isEqualTo("Card: Restored.");
    assertThat(activity.has("text")).isFalse();
    assertThat(activity.at("/channelData/notification/alert").asBoolean()).isTrue();
    assertThat(activity.at("/from/id").asString()).isEqualTo(FakeTeams.BOT);
    assertThat(lastCall().authorization()).isEmpty();
  }

  @Test
  void updatesInPlaceWithoutAToast() {
    var posted = messenger.post(toAlex, Cards.saying("Running."));

    messenger.update(posted, Cards.saying("Done."));

    assertThat(chat.messages())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).isEqualTo("Done.");
              assertThat(message.activity().has("channelData")).isFalse();
            });
  }

  @Test
  void beginsAThreadInAChannelAndAnswersInOne() {
    var channel = teams.channel("Finance", "Approvals");
    var thread = channel.says(alex, "subscribe");

    var root = messenger.post(new Address.Conversation(channel.id()), Cards.saying("New post."));
    messenger.say(new Address.Conversation(thread.id()), "A reply.");
    messenger.update(root, Cards.saying("Updated post."));

    assertThat(thread.messages()).extracting(m -> m.text()).containsExactly("A reply.");
    assertThat(channel.messages())
        .extracting(m -> m.text())
        .containsExactly("Updated post.", "A reply.");
  }

  @Test
  void opensAChatWithSomebodyWhoHasNeverSpoken() {
    var megan = teams.person("Megan Bowen");
    var theirs = teams.personal(megan);

    messenger.post(new Address.Person(megan.entraId()), Cards.saying("Please decide."));
    messenger.post(new Address.Person(megan.entraId()), Cards.saying("Still waiting."));

    theirs.awaitText("Still waiting.");
    assertThat(teams.calls())
        .filteredOn(call -> call.path().endsWith("/conversations"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.body().at("/members/0/id").asString()).isEqualTo(megan.entraId());
              assertThat(call.body().path("tenantId").asString()).isEqualTo(FakeTeams.TENANT);
              assertThat(call.body().at("/bot/id").asString()).isEqualTo(FakeTeams.BOT);
            });
  }

  @Test
  void cannotReachWhoHasNotInstalledTheBot() {
    var megan = teams.person("Patti Fernandez");

    var failure = failure(() -> messenger.say(new Address.Person(megan.entraId()), "Hello"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("403 ForbiddenOperationException");
  }

  @Test
  void opensAChatAnewThatTeamsNoLongerKnows() {
    teams.fails(FakeFault.of(404, "ConversationNotFound"), 1);

    messenger.say(toAlex, "Found you.");

    chat.awaitText("Found you.");
    assertThat(teams.calls())
        .extracting(FakeCall::path)
        .anyMatch(path -> path.endsWith("/conversations"));
  }

  @Test
  void marksABlockedChatAndRevivesItWithTheNextWord() {
    chat.blocks();

    var failure = failure(() -> messenger.say(toAlex, "Hello"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("MessageWritesBlocked");
    assertThat(conversations.isReachable(chat.id())).isFalse();
    chat.says(alex, "I am back");
    assertThat(conversations.isReachable(chat.id())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadArgument, NEVER, NEVER",
    "401, BotNotRegistered, LATER, LATER",
    "403, BotNotInConversationRoster, UNREACHABLE, UNREACHABLE",
    "403, ConversationBlockedByUser, UNREACHABLE, UNREACHABLE",
    "403, ForbiddenOperationException, UNREACHABLE, UNREACHABLE",
    "403, NotEnoughPermissions, UNREACHABLE, UNREACHABLE",
    "404, ActivityNotFoundInConversation, UNREACHABLE, MESSAGE_GONE",
    "404, ConversationNotFound, UNREACHABLE, UNREACHABLE",
    "404, '', UNREACHABLE, MESSAGE_GONE",
    "408, '', UNCERTAIN, LATER",
    "412, PreconditionFailed, LATER, LATER",
    "418, Unheard, NEVER, NEVER",
    "429, Throttled, LATER, LATER",
    "409, Conflict, LATER, LATER",
    "500, ServiceError, UNCERTAIN, LATER",
    "500, '', UNCERTAIN, LATER",
    "501, '', UNCERTAIN, LATER",
    "302, '', NEVER, NEVER",
    "502, '', UNCERTAIN, LATER",
    "503, '', UNCERTAIN, LATER",
    "504, '', UNCERTAIN, LATER"
  })
  void saysOfEachStatusWhatItMeansAndCallsOnce(
      int status, String code, Reason posting, Reason updating) {
    var here = new Address.Conversation(teams.group("Admins").id());
    var posted = messenger.say(here, "First");
    var before = teams.calls().size();
    teams.fails(FakeFault.of(status, code), 2);

    var notPosted = failure(() -> messenger.post(here, Cards.saying("x")));
    var notUpdated = failure(() -> messenger.update(posted, Cards.saying("y")));

    assertThat(notPosted.reason()).isEqualTo(posting);
    assertThat(notUpdated.reason()).isEqualTo(updating);
    assertThat(notPosted).hasMessageContaining(Integer.toString(status)).hasMessageContaining(code);
    assertThat(teams.calls()).hasSize(before + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "403, ForbiddenOperationException, UNREACHABLE",
    "404, ConversationNotFound, UNREACHABLE",
    "429, Throttled, LATER",
    "500, ServiceError, LATER",
    "504, '', LATER",
    "400, BadArgument, NEVER"
  })
  void countsAChatThatIsNotOpenedAsNothingSent(int status, String code, Reason reason) {
    var megan = teams.person("Megan Bowen");
    teams.personal(megan);
    teams.fails(FakeFault.of(status, code), 1);

    var failure =
        failure(() -> messenger.say(new Address.Person(megan.entraId()), "Please decide."));

    assertThat(failure.reason()).isEqualTo(reason);
  }

  @Test
  void opensTheChatAgainWhereTheConversationOfAPersonIsGone() {
    var own = new Address.Conversation(chat.id());
    teams.fails(FakeFault.of(404, "ConversationNotFound"), 1);

    var posted = messenger.post(own, Cards.saying("Restored."));

    chat.awaitText("Restored.");
    assertThat(posted.conversation()).isEqualTo(chat.id());
    assertThat(teams.calls())
        .filteredOn(call -> call.path().endsWith("/conversations"))
        .singleElement();
  }

  @Test
  void reachesAPersonInTheNewChatWhereTheOldOneIsGone() {
    var line =
        new ConnectorEndpoint(
            teams.serviceUrl(), Optional.empty(), Optional.of(FakeTeams.BOT), Optional.empty());
    conversations.opened("a:old", line, alex.entraId());

    var update =
        failure(() -> messenger.update(new Posted("a:old", "message-1"), Cards.saying("Done.")));
    var posted = messenger.post(new Address.Conversation("a:old"), Cards.saying("Restored."));

    assertThat(update.reason()).isEqualTo(Reason.MESSAGE_GONE);
    chat.awaitText("Restored.");
    assertThat(posted.conversation()).isEqualTo(chat.id());
    assertThat(conversations.isReachable("a:old")).isFalse();
    assertThat(conversations.isReachable(chat.id())).isTrue();
  }

  @Test
  void postsIntoTheChannelWhereTheThreadIsGone() {
    var channel = teams.channel("Finance", "Approvals");
    var thread = channel.says(alex, "restore");
    teams.fails(FakeFault.of(404, "ActivityNotFoundInConversation"), 1);

    messenger.post(new Address.Conversation(thread.id()), Cards.saying("Restored."));

    assertThat(channel.awaitText("Restored.").conversation()).isNotEqualTo(thread.id());
  }

  @Test
  void passesOnHowLongToWait() {
    teams.fails(FakeFault.throttled("7"), 1);
    assertThat(failure(() -> messenger.say(toAlex, "x")).retryAfter())
        .contains(Duration.ofSeconds(7));

    var date = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1);
    teams.fails(FakeFault.throttled(DateTimeFormatter.RFC_1123_DATE_TIME.format(date)), 1);
    assertThat(failure(() -> messenger.say(toAlex, "x")).retryAfter())
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60)));

    teams.fails(FakeFault.throttled("soon"), 1);
    assertThat(failure(() -> messenger.say(toAlex, "x")).retryAfter()).isEmpty();
  }

  @Test
  void countsSilenceAsUncertainAndDoesNotRepeat() {
    var latch = new CountDownLatch(1);
    teams.holdsCallsUntil(latch);
    var before = teams.calls().size();

    var failure = failure(() -> messenger.say(toAlex, "Are you there?"));
    latch.countDown();

    assertThat(failure.reason()).isEqualTo(Reason.UNCERTAIN);
    assertThat(failure).hasMessageContaining("no answer");
    assertThat(teams.calls()).hasSize(before + 1);
  }

  @Test
  void countsAClosedDoorAsLater() {
    teams.close();

    assertThat(failure(() -> messenger.say(toAlex, "x")).reason()).isEqualTo(Reason.LATER);
  }

  @Test
  void callsNoStoredUrlThatIsNotTrusted() {
    conversations.opened(
        "a:elsewhere",
        new ConnectorEndpoint(
            "https://evil.example", Optional.empty(), Optional.empty(), Optional.empty()));

    var failure = failure(() -> messenger.say(new Address.Conversation("a:elsewhere"), "x"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining("not on a host of this cloud");
  }

  @Test
  void sendsTheTokenWhereThereIsOne() {
    var connector =
        new ConnectorClient(
            TeamsConfiguration.http(Fixtures.CONNECTOR, Traces.off()),
            () -> Optional.of("a-token"),
            Fixtures.HOSTS,
            SLICE.bean(ConnectorResponseParser.class));

    connector.post(teams.serviceUrl(), chat.id(), "{\"type\":\"message\"}");

    assertThat(lastCall().authorization()).contains("Bearer a-token");
  }

  @Test
  void showsTextsOfAllScripts() {
    for (var text : List.of("Größe 🙂", "مرحبا", "日本語", "a\u2028b")) {
      messenger.say(toAlex, text);
      chat.awaitText(text);
    }
  }

  @Test
  void hasTheMessageGoneWhereTeamsNeverNamedIt() {
    var failure =
        failure(() -> messenger.update(new Posted(chat.id(), ""), Cards.saying("Updated.")));

    assertThat(failure.reason()).isEqualTo(Reason.MESSAGE_GONE);
  }

  private FakeCall lastCall() {
    return teams.calls().get(teams.calls().size() - 1);
  }

  private static DeliveryException failure(Runnable sending) {
    return catchThrowableOfType(DeliveryException.class, sending::run);
  }
}
