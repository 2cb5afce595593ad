package dev.holdfast.teams.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.Messenger.Posted;
import dev.holdfast.request.Person;
import dev.holdfast.request.Request;
import dev.holdfast.request.RequestOrigin;
import dev.holdfast.teams.Delivering;
import dev.holdfast.teams.check.DeliveryBlocksCheck;
import dev.holdfast.teams.outbound.DeliveryBlocks;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeFault;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of facts B6, row by row, from the outbox to the connector and back to the card. */
class StatusTableTest {

  private final FakeTeams teams = FakeTeams.start();
  private final FakePerson alex = teams.person("Alex Wilber");
  private final FakePerson megan = teams.person("Megan Bowen");
  private final FakeConversation hers = teams.personal(megan);
  private final FakeConversation his = teams.personal(alex);
  private final FakeConversation channel = teams.channel("Finance", "Approvals");
  private final Delivering delivering = new Delivering(teams, channel.id());
  private final Address toMegan = new Address.Person(megan.entraId());
  private Posted review;
  private Request request;

  /** Megan has never spoken: her chat is opened, and her name learned. */
  @BeforeEach
  void alexHasAskedAndMeganHasTheCard() {
    delivering.conversations.opened(his.id(), line());
    delivering.conversations.opened(channel.id(), line());
    review = delivering.messenger.say(new Address.Conversation(his.id()), "The review.");
    request = delivering.submit(review, List.of(megan.entraId()));
    delivering.deliverAll();
    assertThat(hers.messages()).hasSize(1);
  }

  @AfterEach
  void close() {
    delivering.close();
    teams.close();
  }

  @ParameterizedTest(name = "{0} {1}: given up, because {2}")
  @CsvSource({
    "400, BadArgument, Teams didn't accept the message",
    "403, BotNotInConversationRoster, Holdfast isn't a member there",
    "403, ConversationBlockedByUser, Holdfast is blocked there",
    "403, MessageWritesBlocked, Holdfast is blocked there",
    "403, ForbiddenOperationException, Holdfast isn't installed there",
    "403, NotEnoughPermissions, Holdfast isn't allowed to post there"
  })
  void isCalledOnceAndTheRequestsCardSaysWhyByName(int status, String code, String words) {
    delivering.notice(request, toMegan);
    teams.fails(FakeFault.of(status, code), 1);
    int before = postsTo(hers);

    delivering.deliverAll();

    assertThat(postsTo(hers)).isEqualTo(before + 1);
    assertThat(hers.messages()).hasSize(1);
    assertThat(his.messages())
        .singleElement()
        .satisfies(
            card -> assertThat(card.text()).contains("Not reached", "Megan Bowen (" + words));
  }

  @Test
  void messageSizeTooBigIsSentSmaller() {
    delivering.notice(request, toMegan);
    teams.fails(FakeFault.of(413, "MessageSizeTooBig"), 1);

    delivering.deliverAll();

    assertThat(hers.messages()).hasSize(2);
    assertThat(his.messages().get(0).text()).doesNotContain("Not reached");
  }

  @ParameterizedTest(name = "{0} {1}: again after {3} seconds")
  @CsvSource({
    "403, InvalidBotApiHost, , 5",
    "412, PreconditionFailed, , 5",
    "429, Throttled, 7, 7",
    "500, ServiceError, , 5",
    "500, '', , 5",
    "502, '', , 5",
    "503, '', , 5",
    "504, '', , 5"
  })
  void isTriedAgainLaterAndArrives(int status, String code, String retryAfter, int seconds) {
    delivering.notice(request, toMegan);
    teams.fails(new FakeFault(status, code, Optional.ofNullable(retryAfter)), 1);
    Instant begun = delivering.bench.clock.instant();

    delivering.deliverNow();
    assertThat(hers.messages()).hasSize(1);
    delivering.deliverAll();

    assertThat(hers.messages()).hasSize(2);
    assertThat(Duration.between(begun, delivering.bench.clock.instant()).toSeconds())
        .isBetween((long) seconds, seconds + 2L);
    assertThat(his.messages().get(0).text()).doesNotContain("Not reached");
  }

  @Test
  void activityNotFoundInConversationIsPostedAnew() {
    teams.loses(his.messages().get(0));

    delivering.bench.change(
        request,
        r -> r.approval().cancel(r.details().requester(), delivering.bench.clock.instant()));
    delivering.deliverAll();

    assertThat(his.messages())
        .singleElement()
        .satisfies(card -> assertThat(card.id()).isNotEqualTo(review.activity()));
  }

  @Test
  void conversationNotFoundHasTheChatOpenedAgain() {
    delivering.notice(request, toMegan);
    teams.fails(FakeFault.of(404, "ConversationNotFound"), 1);

    delivering.deliverAll();

    assertThat(hers.messages()).hasSize(2);
    assertThat(teams.calls())
        .filteredOn(call -> call.path().endsWith("/v3/conversations"))
        .hasSize(2);
  }

  @Test
  void aRequesterWhoseChatIsGoneIsToldInANewOne() {
    delivering.conversations.opened("a:old", line(), alex.entraId());
    Request asked =
        delivering.submit(new RequestOrigin("a:old", "message-1", true), List.of(megan.entraId()));
    delivering.deliverAll();
    assertThat(his.messages()).hasSize(2);

    delivering.bench.change(
        asked,
        r -> r.approval().reject(megan(), "not this week", delivering.bench.clock.instant()));
    delivering.deliverAll();

    assertThat(his.messages()).hasSize(3);
    assertThat(his.messages().get(1).text()).contains(asked.id().toString(), "Rejected");
    assertThat(his.messages().get(2).text()).contains("was rejected");
  }

  private Person megan() {
    return new Person(megan.entraId(), "Megan Bowen");
  }

  @Test
  void anOutageOfTeamsOfAnHourLosesNoFinalNotification() {
    delivering.notice(request, toMegan);
    teams.fails(FakeFault.of(500, "ServiceError"), 5);

    Duration took = delivering.deliverAll();

    assertThat(hers.messages()).hasSize(2);
    assertThat(took).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void whereTheAdministratorHasDisabledTheBotTheTenantIsLeftAloneForAWhile() {
    delivering.notice(request, toMegan);
    teams.fails(FakeFault.of(403, "BotDisabledByAdmin"), 1);
    delivering.deliverNow();
    assertThat(new DeliveryBlocksCheck(delivering.stops).check().sentence())
        .contains("disabled Holdfast in the tenant " + FakeTeams.TENANT);
    int before = teams.calls().size();

    delivering.notice(request, toMegan);
    delivering.bench.clock.advance(DeliveryBlocks.REST.minusSeconds(30));
    delivering.deliverNow();
    assertThat(teams.calls()).hasSize(before);
    delivering.deliverAll();

    assertThat(hers.messages()).hasSize(3);
    assertThat(new DeliveryBlocksCheck(delivering.stops).check().sentence())
        .contains("has not refused");
  }

  @Test
  void aBotThatIsNotRegisteredIsTheDoctorsMatterUntilTeamsTakesAMessage() {
    delivering.notice(request, toMegan);
    teams.fails(FakeFault.of(401, "BotNotRegistered"), 1);
    delivering.deliverNow();

    assertThat(new DeliveryBlocksCheck(delivering.stops).check().state())
        .isEqualTo(CheckStatus.BROKEN);
    assertThat(new DeliveryBlocksCheck(delivering.stops).check().sentence())
        .contains("BotNotRegistered");
    assertThat(sends("post", "refused")).isEqualTo(1);
    assertThat(hers.messages()).hasSize(1);

    delivering.deliverAll();
    assertThat(hers.messages()).hasSize(2);
    assertThat(new DeliveryBlocksCheck(delivering.stops).check().state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void anApproverWhoHasNotInstalledItIsNamedAndTheChannelHasTheCard() {
    FakePerson patti = teams.person("Patti Fernandez");
    Posted second = delivering.messenger.say(new Address.Conversation(his.id()), "Another.");
    int before = channel.messages().size();

    delivering.submit(second, List.of(patti.entraId()));
    delivering.deliverAll();

    assertThat(channel.messages()).hasSize(before + 1);
    assertThat(his.messages().get(1).text())
        .contains("Patti Fernandez (Holdfast isn't installed there)");
  }

  @Test
  void anApproverWhoInstallsItGetsTheOpenRequest() {
    FakePerson patti = teams.person("Patti Fernandez");
    Posted second = delivering.messenger.say(new Address.Conversation(his.id()), "Another.");
    Request waits = delivering.submit(second, List.of(patti.entraId()));
    delivering.deliverAll();

    FakeConversation theirs = teams.personal(patti);
    delivering.missed().resendToNewInstallation(patti.entraId());
    delivering.deliverAll();

    assertThat(theirs.messages())
        .singleElement()
        .satisfies(card -> assertThat(card.text()).contains(waits.id().toString()));
    assertThat(his.messages().get(1).text()).doesNotContain("Not reached");
  }

  private long sends(String kind, String outcome) {
    return delivering
        .meters
        .get("holdfast.teams.sends")
        .tags("kind", kind, "outcome", outcome)
        .timer()
        .count();
  }

  private int postsTo(FakeConversation conversation) {
    return (int)
        teams.calls().stream()
            .filter(call -> call.method().equals("POST"))
            .filter(
                call -> call.body().at("/conversation/id").asString("").equals(conversation.id()))
            .count();
  }

  private ConnectorEndpoint line() {
    return new ConnectorEndpoint(
        teams.serviceUrl(),
        Optional.of(FakeTeams.TENANT),
        Optional.of(FakeTeams.BOT),
        Optional.empty());
  }
}
