package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.EndpointProbe;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.activity.ConnectorEndpoint;
import dev.holdfast.teams.check.BotCredentialCheck;
import dev.holdfast.teams.check.BotRegistrationCheck;
import dev.holdfast.teams.check.TeamsConnectivityCheck;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.settings.TeamsProperties;
import dev.holdfast.testing.Databases;
import dev.holdfast.testing.Samples;
import dev.holdfast.testing.ScriptedServer;
import dev.holdfast.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What shows from inside of the way to Teams and back. */
class TeamsCheckupsTest {

  private static final String APP = "00000000-0000-0000-0000-000000000011";

  private final ScriptedServer teams = new ScriptedServer();
  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final ConversationRepository conversations =
      new ConversationRepository(JdbcClient.create(Databases.H2.fresh().dataSource()), clock);

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void whereTeamsHasNeverCalledTheEndpointIsNotKnownToIt() {
    CheckResult verdict = line();

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence()).isEqualTo("Teams has never called Holdfast.");
    assertThat(verdict.remedy().orElseThrow().words()).contains("messaging endpoint");
  }

  @Test
  void whoHasCalledIsCalledBackWithoutAToken() {
    heardFrom(teams.base() + "/emea/tenant");
    clock.advance(Duration.ofMinutes(3));
    teams.answers(404);

    assertThat(line().state()).isEqualTo(CheckStatus.OK);
    assertThat(line().sentence())
        .startsWith("Teams called 3 minute(s) ago. To call back, " + teams.base() + "/ answers in");
    assertThat(teams.asked().get(0).target()).isEqualTo("/");
    assertThat(teams.asked().get(0).header("Authorization")).isEmpty();
  }

  @Test
  void whoCannotBeCalledBackIsBroken() {
    heardFrom("http://holdfast.invalid/emea");

    assertThat(line().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(line().sentence()).isEqualTo("There is no host holdfast.invalid.");
  }

  @Test
  void aTokenForTeamsIsHadAndNotShown() {
    assertThat(new BotCredentialCheck(() -> () -> Optional.of("s3cret")).check())
        .isEqualTo(CheckResult.ok("There is a token for the connector of Teams."));
    assertThat(new BotCredentialCheck(() -> Optional::empty).check().sentence())
        .startsWith("Not needed");
  }

  @Test
  void aTokenThatIsNotToBeHadIsSaidInTheWordsOfEntraId() {
    BotTokenProvider none =
        () -> {
          throw new ConnectorException(
              503, "AADSTS7000215", "The secret is wrong.", Optional.empty());
        };

    assertThat(new BotCredentialCheck(() -> none).check().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(new BotCredentialCheck(() -> none).check().sentence())
        .isEqualTo("The secret is wrong.");
  }

  @Test
  void withoutARegistrationNobodyCanBeWrittenTo() {
    assertThat(registration("local", APP).state()).isEqualTo(CheckStatus.OK);
    assertThat(registration("local", null).state()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void outsideTheProfileLocalTokensAreCheckedAndCannotBeWithoutARegistration() {
    assertThat(registration("other", APP).sentence()).contains("listens to people of " + APP);
    assertThat(registration("other", null).state()).isEqualTo(CheckStatus.BROKEN);
  }

  private void heardFrom(String serviceUrl) {
    conversations.opened(
        "chat",
        new ConnectorEndpoint(serviceUrl, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private CheckResult line() {
    return new TeamsConnectivityCheck(
            new ConnectorEndpointResolver(conversations, properties(APP), Fixtures.CONNECTOR),
            conversations,
            new EndpointProbe(),
            clock)
        .check();
  }

  private static CheckResult registration(String profile, @Nullable String app) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setActiveProfiles(profile);
    return new BotRegistrationCheck(environment, properties(app)).check();
  }

  private static TeamsProperties properties(@Nullable String app) {
    return Fixtures.with(app == null ? Map.of() : Map.of("app-id", app, "tenant-id", app));
  }
}
