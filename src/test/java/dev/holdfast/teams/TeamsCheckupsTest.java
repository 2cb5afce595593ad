package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.Reach;
import dev.holdfast.doctor.State;
import dev.holdfast.doctor.Verdict;
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
  private final ConversationStore conversations =
      new ConversationStore(JdbcClient.create(Databases.H2.fresh().dataSource()), clock);

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void whereTeamsHasNeverCalledTheEndpointIsNotKnownToIt() {
    Verdict verdict = line();

    assertThat(verdict.state()).isEqualTo(State.WARNING);
    assertThat(verdict.sentence()).isEqualTo("Teams has never called Holdfast.");
    assertThat(verdict.remedy().orElseThrow().words()).contains("messaging endpoint");
  }

  @Test
  void whoHasCalledIsCalledBackWithoutAToken() {
    heardFrom(teams.base() + "/emea/tenant");
    clock.advance(Duration.ofMinutes(3));
    teams.answers(404);

    assertThat(line().state()).isEqualTo(State.OK);
    assertThat(line().sentence())
        .startsWith("Teams called 3 minute(s) ago. To call back, " + teams.base() + "/ answers in");
    assertThat(teams.asked().get(0).target()).isEqualTo("/");
    assertThat(teams.asked().get(0).header("Authorization")).isEmpty();
  }

  @Test
  void whoCannotBeCalledBackIsBroken() {
    heardFrom("http://holdfast.invalid/emea");

    assertThat(line().state()).isEqualTo(State.BROKEN);
    assertThat(line().sentence()).isEqualTo("There is no host holdfast.invalid.");
  }

  @Test
  void aTokenForTeamsIsHadAndNotShown() {
    assertThat(new BotCredentialCheckup(() -> Optional.of("s3cret")).check())
        .isEqualTo(Verdict.ok("There is a token for the connector of Teams."));
    assertThat(new BotCredentialCheckup(Optional::empty).check().sentence())
        .startsWith("Not needed");
  }

  @Test
  void aTokenThatIsNotToBeHadIsSaidInTheWordsOfEntraId() {
    BotTokens none =
        () -> {
          throw new ConnectorException(
              503, "AADSTS7000215", "The secret is wrong.", Optional.empty());
        };

    assertThat(new BotCredentialCheckup(none).check().state()).isEqualTo(State.BROKEN);
    assertThat(new BotCredentialCheckup(none).check().sentence()).isEqualTo("The secret is wrong.");
  }

  @Test
  void withoutARegistrationNobodyCanBeWrittenTo() {
    assertThat(registration("local", APP).state()).isEqualTo(State.OK);
    assertThat(registration("local", null).state()).isEqualTo(State.WARNING);
  }

  @Test
  void outsideTheProfileLocalTokensAreCheckedAndCannotBeWithoutARegistration() {
    assertThat(registration("other", APP).sentence()).contains("listens to people of " + APP);
    assertThat(registration("other", null).state()).isEqualTo(State.BROKEN);
  }

  private void heardFrom(String serviceUrl) {
    conversations.opened(
        "chat", new Line(serviceUrl, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private Verdict line() {
    return new TeamsLineCheckup(
            new Lines(conversations, properties(APP)), conversations, new Reach(), clock)
        .check();
  }

  private static Verdict registration(String profile, @Nullable String app) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setActiveProfiles(profile);
    return new BotRegistrationCheckup(environment, properties(app)).check();
  }

  private static TeamsProperties properties(@Nullable String app) {
    return Fixtures.with(
        app == null
            ? Map.of("service-hosts", "127.0.0.1")
            : Map.of("service-hosts", "127.0.0.1", "app-id", app, "tenant-id", app));
  }
}
