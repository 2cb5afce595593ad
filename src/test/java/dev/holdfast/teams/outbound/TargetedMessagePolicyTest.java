package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.bot.CardActionInvocation;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.Messenger;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.teams.Cards;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.teams.activity.TeamsMessageId;
import dev.holdfast.teams.check.TargetedMessagesCheck;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.directory.PersonRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeCall;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeFault;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What one member of a conversation alone sees, on the wire (facts B7). */
class TargetedMessagePolicyTest {

  private static final TeamsSlice SLICE =
      TeamsSlice.start(FakeTeams.start(), Databases.H2, "--holdfast.teams.targeted-messages=true");

  private final FakeTeams teams = FakeTeams.start().talksTo(SLICE.endpoint());
  private final FakePerson alex = teams.person("Alex Wilber");
  private final FakePerson megan = teams.person("Megan Bowen");
  private final FakeConversation channel = teams.channel("Finance", "General");
  private final Messenger messenger = SLICE.bean(Messenger.class);
  private final TargetedMessagesCheck checkup = SLICE.bean(TargetedMessagesCheck.class);
  private FakeConversation thread;
  private Address toAlex;

  @BeforeEach
  void alexSpeaks() {
    SLICE.chat().reset();
    thread = channel.says(alex, "hlep");
    toAlex = new Address.Member(thread.id(), alex.entraId());
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void isPostedIntoTheThreadForOneMember() {
    messenger.post(toAlex, Cards.saying("What I can do."));

    var seen = thread.awaitText("What I can do.");
    assertThat(seen.isOnlyFor(alex)).isTrue();
    assertThat(seen.isOnlyFor(megan)).isFalse();
    var call = lastCall();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.path())
        .matches(
            "/connector/v3/conversations/19%3AGeneral%40thread\\.tacv2%3Bmessageid%3D\\d+/activities");
    assertThat(call.query()).isEqualTo("isTargetedActivity=true");
    assertThat(call.body().at("/recipient/id").asString()).isEqualTo(alex.teamsId());
    assertThat(call.body().at("/attachments/0/content/body/0/text").asString())
        .isEqualTo("What I can do.");
    assertThat(checkup.check().state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void namesWhoHasNeverSpokenByTheIdThatIsKnown() {
    messenger.say(new Address.Member(thread.id(), megan.entraId()), "Not for you.");

    assertThat(lastCall().body().at("/recipient/id").asString()).isEqualTo(megan.entraId());
    assertThat(thread.awaitText("Not for you.").isOnlyFor(megan)).isTrue();
  }

  @Test
  void isChangedAsWhatItIsAndWithoutARecipient() {
    var posted = messenger.post(toAlex, Cards.saying("First."));

    messenger.update(posted, Cards.saying("Second."));

    var message = thread.awaitText("Second.");
    assertThat(message.isOnlyFor(alex)).isTrue();
    assertThat(lastCall().method()).isEqualTo("PUT");
    assertThat(lastCall().path()).endsWith("/activities/" + message.id());
    assertThat(lastCall().query()).isEqualTo("isTargetedActivity=true");
    assertThat(lastCall().body().has("recipient")).isFalse();
  }

  @Test
  void isDeletedAsWhatItIs() {
    var posted = messenger.post(toAlex, Cards.saying("First."));

    SLICE
        .bean(ConnectorClient.class)
        .delete(teams.serviceUrl(), thread.id(), TeamsMessageId.parse(posted.activity()));

    assertThat(thread.messages()).isEmpty();
    assertThat(lastCall().method()).isEqualTo("DELETE");
    assertThat(lastCall().query()).isEqualTo("isTargetedActivity=true");
  }

  @Test
  void thatIsGoneAfterADayIsGoneLikeAnyOther() {
    var posted = messenger.post(toAlex, Cards.saying("First."));
    teams.loses(thread.awaitText("First."));

    var failure =
        catchThrowableOfType(
            DeliveryException.class, () -> messenger.update(posted, Cards.saying("Second.")));

    assertThat(failure.reason()).isEqualTo(DeliveryException.Reason.MESSAGE_GONE);
  }

  @Test
  void isReplacedByTheAnswerToAClickOnIt() {
    messenger.post(toAlex, Cards.asking("What I can do.", "environments.search"));

    thread.clicks(alex, thread.awaitText("What I can do."), "Do it");
    answerInPlace(SLICE.chat().clicked().get(0), "By button.");
    thread.submits(alex, thread.awaitText("By button."), "Do it", Map.of());
    answerInPlace(SLICE.chat().submitted().get(0), "By an older client.");

    assertThat(thread.messages())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.isOnlyFor(alex)).isTrue();
              assertThat(message.text()).contains("By an older client.");
            });
  }

  /** As the durable task does that the click left behind. */
  private void answerInPlace(CardActionInvocation click, String text) {
    assertThat(click.data()).doesNotContainKey("targeted");
    // Nobody else sees it.
    assertThat(click.data()).containsEntry(CardActionInvocation.OWNER, click.who().id());
    messenger.update(
        new Posted(click.where().conversation(), click.message()),
        Cards.asking(text, "environments.search"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, BadArgument",
    "403, BotNotInConversationRoster",
    "403, ForbiddenOperationException",
    "403, ''",
    "404, BotNotInConversationRoster",
    "404, ConversationNotFound",
    "405, MethodNotAllowed"
  })
  void isSaidToAllWhereTeamsTakesItForNobody(int status, String code) {
    teams.fails(FakeFault.of(status, code), 1);
    var before = refused();

    var posted = messenger.post(toAlex, Cards.asking("What I can do.", "environments.search"));

    var seen = thread.awaitText("What I can do.");
    assertThat(seen.isForAll()).isTrue();
    assertThat(posted.activity()).isEqualTo(seen.id());
    assertThat(lastCall().query()).isEmpty();
    assertThat(lastCall().body().has("recipient")).isFalse();
    assertThat(lastCall().body().toString()).doesNotContain("targeted");
    assertThat(refused()).isEqualTo(before + 1);
    assertThat(checkup.check().state()).isEqualTo(CheckStatus.WARNING);
    assertThat(checkup.check().sentence())
        .contains(("Teams answered " + status + " " + code).strip());
    assertThat(SLICE.bean(ConversationRepository.class).isReachable(channel.id())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "401, BotNotRegistered, LATER",
    "412, PreconditionFailed, LATER",
    "429, Throttled, LATER",
    "500, ServiceError, UNCERTAIN",
    "503, '', UNCERTAIN"
  })
  void isNotSaidToAllWhereItMayHaveArrivedOrWouldNotEither(
      int status, String code, DeliveryException.Reason reason) {
    teams.fails(FakeFault.of(status, code), 1);
    var before = teams.calls().size();

    var failure =
        catchThrowableOfType(
            DeliveryException.class, () -> messenger.say(toAlex, "For you alone."));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(teams.calls()).hasSize(before + 1);
    assertThat(thread.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"400, BadArgument", "403, Forbidden", "404, ActivityNotFoundInConversation"})
  void isPostedAnewWhereItCannotBeChanged(int status, String code) {
    var posted = messenger.post(toAlex, Cards.saying("First."));
    teams.fails(FakeFault.of(status, code), 1);

    var failure =
        catchThrowableOfType(
            DeliveryException.class, () -> messenger.update(posted, Cards.saying("Second.")));

    assertThat(failure.reason()).isEqualTo(DeliveryException.Reason.MESSAGE_GONE);
    assertThat(SLICE.bean(ConversationRepository.class).isReachable(channel.id())).isTrue();
  }

  @Test
  void isNotHowAConversationThatRefusesAllIsReached() {
    teams.fails(FakeFault.of(403, "BotNotInConversationRoster"), 2);

    var failure =
        catchThrowableOfType(
            DeliveryException.class, () -> messenger.say(toAlex, "For you alone."));

    assertThat(failure.reason()).isEqualTo(DeliveryException.Reason.UNREACHABLE);
    assertThat(SLICE.bean(ConversationRepository.class).isReachable(channel.id())).isFalse();
  }

  @Test
  void isWhatASenderWithoutAnEntraIdIsTold() {
    var message = thread.saying(alex, "hello").deepCopy();
    ((ObjectNode) message.path("from")).remove("aadObjectId");

    teams.deliver(message);

    assertThat(thread.awaitText("couldn't verify who you are").isOnlyFor(alex)).isTrue();
  }

  @Test
  void isNothingForAPersonalChat() {
    var own = teams.personal(alex);
    SLICE
        .chat()
        .whenSaid(said -> messenger.say(said.where().only(said.who().id()), "Just us two."));

    own.says(alex, "hello");

    assertThat(own.awaitText("Just us two.").isForAll()).isTrue();
    assertThat(lastCall().query()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "false, public, Not sent: holdfast.teams.targeted-messages is off.",
    "true, gcc, this cloud is not known to have them",
    "true, gcc-high, this cloud is not known to have them",
    "true, dod, this cloud is not known to have them",
    "true, china, this cloud is not known to have them"
  })
  void isSentWhereItIsWantedAndTheCloudHasIt(String wanted, String cloud, String words) {
    var properties = Fixtures.with(Map.of("targeted-messages", wanted, "cloud", cloud));
    var messages = new TargetedMessagePolicy(properties, SLICE.bean(PersonRepository.class));
    var verdict = new TargetedMessagesCheck(properties, messages).check();

    new TeamsMessenger(
            SLICE.bean(ConnectorGateway.class),
            SLICE.bean(ConversationRepository.class),
            SLICE.bean(PersonalChatService.class),
            SLICE.bean(ConnectorEndpointResolver.class),
            messages)
        .say(toAlex, "For you.");

    assertThat(thread.awaitText("For you.").isForAll()).isTrue();
    assertThat(teams.calls()).extracting(FakeCall::query).containsOnly("");
    assertThat(verdict.sentence()).contains(words);
  }

  @Test
  void isOffUnlessSomebodyAsksForIt() {
    assertThat(Fixtures.PROPERTIES.targetedMessages()).isFalse();
  }

  private static long refused() {
    return SLICE
        .bean(MeterRegistry.class)
        .find("holdfast.teams.sends")
        .tags("kind", "targeted")
        .timers()
        .stream()
        .filter(
            timer ->
                List.of("not_taken", "gone", "refused").contains(timer.getId().getTag("outcome")))
        .mapToLong(timer -> timer.count())
        .sum();
  }

  private FakeCall lastCall() {
    return teams.calls().get(teams.calls().size() - 1);
  }
}
