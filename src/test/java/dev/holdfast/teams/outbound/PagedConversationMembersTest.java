package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.messaging.Address;
import dev.holdfast.messaging.ConversationMembers;
import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.DeliveryFailureReason;
import dev.holdfast.messaging.TeamRoster;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.TeamsSlice;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.FakeCall;
import dev.holdfast.testing.FakeConversation;
import dev.holdfast.testing.FakeFault;
import dev.holdfast.testing.FakePerson;
import dev.holdfast.testing.FakeTeams;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is in a conversation, as Teams says it page by page. */
class PagedConversationMembersTest {

  private static final TeamsSlice SLICE = TeamsSlice.start(FakeTeams.start());

  private final FakeTeams teams =
      FakeTeams.start().talksTo(SLICE.endpoint()).listsMembersInPagesOf(2);
  private final FakePerson adele = teams.person("Adele Vance");
  private final FakePerson alex = teams.person("Alex Wilber");
  private final FakePerson lynne = teams.person("Lynne Robbins");
  private final FakePerson megan = teams.person("Megan Bowen");
  private final FakePerson patti = teams.person("Patti Fernandez");
  private final FakePerson zoe = teams.person("Zoe Zoneless");
  private final FakeConversation channel =
      teams.channel("Finance", "Approvals").of(adele, alex, lynne, megan, patti);
  private final Address.Conversation here = new Address.Conversation(channel.id());
  private final ConversationMembers roster = SLICE.bean(ConversationMembers.class);

  @BeforeEach
  void alexSpeaks() {
    channel.says(alex, "hello");
  }

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void readsPageAfterPageUntilTheLast() {
    assertThat(roster.missing(here, List.of(patti.entraId(), zoe.entraId())))
        .containsExactly(zoe.entraId());

    assertThat(asked())
        .extracting(FakeCall::query)
        .containsExactly(
            "pageSize=500",
            "pageSize=500&continuationToken=a%2Bb%2Fc%3D%262",
            "pageSize=500&continuationToken=a%2Bb%2Fc%3D%264");
    assertThat(asked())
        .allSatisfy(
            call -> {
              assertThat(call.method()).isEqualTo("GET");
              assertThat(call.path())
                  .isEqualTo(
                      "/connector/v3/conversations/19%3AApprovals%40thread.tacv2/pagedMembers");
              assertThat(call.body()).isEmpty();
            });
  }

  @Test
  void listsEverybodyOfATeamWithWhatTeamsSaysOfThem() {
    TeamRoster team = SLICE.bean(TeamRoster.class);
    assertThat(team.members(here))
        .extracting(TeamRoster.TeamMember::entraId, TeamRoster.TeamMember::standing)
        .hasSize(5)
        .contains(Assertions.tuple(patti.entraId(), TeamRoster.Standing.MEMBER));
    assertThat(asked()).hasSize(3);
    teams.saysOfMembers("guest", FakeTeams.TENANT);
    assertThat(standings(team)).containsOnly(TeamRoster.Standing.GUEST);
    teams.saysOfMembers("user", "another");
    assertThat(standings(team)).containsOnly(TeamRoster.Standing.GUEST);
    teams.saysOfMembers("", FakeTeams.TENANT);
    assertThat(standings(team)).containsOnly(TeamRoster.Standing.UNKNOWN);
    teams.saysOfMembers("user", "");
    assertThat(standings(team)).containsOnly(TeamRoster.Standing.UNKNOWN);
  }

  private List<TeamRoster.Standing> standings(TeamRoster team) {
    return team.members(here).stream().map(TeamRoster.TeamMember::standing).toList();
  }

  @Test
  void readsNoFurtherThanToTheLastWhoIsLookedFor() {
    assertThat(roster.missing(here, List.of(megan.entraId(), adele.entraId()))).isEmpty();

    assertThat(asked()).hasSize(2);
  }

  @Test
  void readsOnePageWhereThereIsOne() {
    teams.listsMembersInPagesOf(5);

    assertThat(roster.missing(here, List.of(zoe.entraId()))).containsExactly(zoe.entraId());

    assertThat(asked()).hasSize(1);
  }

  @Test
  void takesIdsForTheSameHoweverTheyAreWritten() {
    assertThat(roster.missing(here, List.of(alex.entraId().toUpperCase(Locale.ROOT)))).isEmpty();
  }

  @Test
  void asksForTheMembersOfTheChannelWhereAThreadOfItIsMeant() {
    var thread = new Address.Conversation(channel.id() + ";messageid=1795385519016");

    assertThat(roster.missing(thread, List.of(alex.entraId()))).isEmpty();

    assertThat(asked().get(0).path()).endsWith("tacv2/pagedMembers");
  }

  @Test
  void saysNothingOfAnybodyWhereTheSamePageIsNamedAgain() {
    teams.listsMembersWithoutEnd();

    var failure = failure(zoe);

    assertThat(failure).hasMessageContaining("comes to no end");
    assertThat(failure.reason()).isEqualTo(Reason.LATER);
    assertThat(asked()).hasSize(2);
  }

  @Test
  void saysNothingOfAnybodyWhereNobodyIsListed() {
    teams.fails(new FakeFault(200, "", Optional.empty()), 1);

    assertThat(failure(alex)).hasMessageContaining("listed none");
  }

  @ParameterizedTest
  @CsvSource({
    "403, BotNotInConversationRoster, UNREACHABLE, REMOVED",
    "404, ConversationNotFound, UNREACHABLE, GONE",
    "429, Throttled, LATER, TOO_LONG",
    "500, ServiceError, LATER, TOO_LONG",
    "503, '', LATER, TOO_LONG"
  })
  void saysWhyItCannotBeAsked(
      int status, String code, Reason reason, DeliveryFailureReason hindrance) {
    teams.fails(FakeFault.of(status, code), 1);

    var failure = failure(alex);

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.hindrance()).isEqualTo(hindrance);
  }

  @Test
  void cannotAskBeforeAnybodyHasSpoken() {
    var nobody =
        new ConversationRepository(
            JdbcClient.create(Databases.H2.fresh().dataSource()), Clock.systemUTC());
    var unheard =
        new PagedConversationMembers(
            SLICE.bean(ConnectorGateway.class),
            new ConnectorEndpointResolver(nobody, Fixtures.PROPERTIES, Fixtures.CONNECTOR),
            SLICE.bean(RateLimitRetry.class));

    var failure = failure(unheard, alex);

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure.hindrance()).isEqualTo(DeliveryFailureReason.NO_WAY);
  }

  private DeliveryException failure(FakePerson sought) {
    return failure(roster, sought);
  }

  private DeliveryException failure(ConversationMembers asked, FakePerson sought) {
    return catchThrowableOfType(
        DeliveryException.class, () -> asked.missing(here, List.of(sought.entraId())));
  }

  private List<FakeCall> asked() {
    return teams.calls().stream().filter(call -> call.path().endsWith("pagedMembers")).toList();
  }
}
