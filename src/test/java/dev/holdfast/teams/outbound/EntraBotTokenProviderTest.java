package dev.holdfast.teams.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.entra.CredentialException;
import dev.holdfast.entra.RecordedLogin;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.LanguageProperties;
import dev.holdfast.support.tracing.Traces;
import dev.holdfast.teams.TeamsConfiguration;
import dev.holdfast.teams.directory.ConversationRepository;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import dev.holdfast.teams.settings.ConnectorProperties;
import dev.holdfast.teams.settings.TeamsProperties;
import dev.holdfast.teams.settings.TeamsTrustProperties;
import dev.holdfast.testing.ScriptedServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

/** The bot's own tokens, from the login server to the connector. */
class EntraBotTokenProviderTest {

  @EnableConfigurationProperties({
    LanguageProperties.class,
    TeamsProperties.class,
    TeamsTrustProperties.class,
    ConnectorProperties.class,
    BotTokenSettings.class
  })
  private static final class Properties {}

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";

  private final ScriptedServer login = new ScriptedServer();
  private final ScriptedServer teams = new ScriptedServer();
  private final ApplicationContextRunner bare =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withBean(Clock.class, Clock::systemUTC)
          .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
          .withBean(Traces.class, Traces::off)
          .withBean(ConversationRepository.class, () -> Mockito.mock(ConversationRepository.class))
          .withUserConfiguration(
              Properties.class,
              EntraBotTokenProvider.class,
              TeamsConfiguration.class,
              AllowedServiceHosts.class,
              ConnectorResponseParser.class)
          .withPropertyValues(
              "holdfast.teams.app-id=00000000-0000-0000-0000-000000000011",
              "holdfast.teams.tenant-id=" + TENANT,
              "holdfast.teams.service-hosts=127.0.0.1");
  private final ApplicationContextRunner configured =
      bare.withPropertyValues(
          "holdfast.teams.credential.client-secret=a-secret",
          "holdfast.teams.login-url=" + login.base());

  @AfterEach
  void close() {
    login.close();
    teams.close();
  }

  @Test
  void goWithEachCall() {
    grants("bot-token");
    teams.answers(201).answers(201);
    configured.run(
        context -> {
          post(context.getBean(ConnectorClient.class));
          post(context.getBean(ConnectorClient.class));
        });

    assertThat(login.asked()).hasSize(1);
    assertThat(login.asked().get(0).target()).isEqualTo("/" + TENANT + "/oauth2/v2.0/token");
    assertThat(login.asked().get(0).text())
        .contains("client_id=00000000-0000-0000-0000-000000000011")
        .contains("https%3A%2F%2Fapi.botframework.com%2F.default");
    assertThat(teams.asked())
        .extracting(asked -> asked.header("Authorization"))
        .containsExactly("Bearer bot-token", "Bearer bot-token");
  }

  @Test
  void areNotSentAgainOnceTeamsRefusedThem() {
    grants("first");
    grants("second");
    teams.answers(401).answers(201);
    configured.run(
        context -> {
          post(context.getBean(ConnectorClient.class));
        });

    assertThat(teams.asked())
        .extracting(asked -> asked.header("Authorization"))
        .containsExactly("Bearer first", "Bearer second");
  }

  @Test
  void areTriedOnlyTwiceAndTheMessageGoesLater() {
    grants("first");
    grants("second");
    grants("third");
    teams.answers(401).answers(401).answers(201);
    configured.run(
        context -> {
          var connector = context.getBean(ConnectorClient.class);
          var refused = failure(connector);
          assertThat(refused.status()).isEqualTo(401);
          assertThat(ConnectorErrorMapper.posting(refused).reason()).isEqualTo(Reason.LATER);
          post(connector);
        });

    assertThat(teams.asked())
        .extracting(asked -> asked.header("Authorization"))
        .containsExactly("Bearer first", "Bearer second", "Bearer third");
  }

  @Test
  void areNotTriedAgainWhereTheLoginGivesTheSameOne() {
    grants("first");
    grants("first");
    teams.answers(401);
    configured.run(
        context ->
            assertThat(failure(context.getBean(ConnectorClient.class)).status()).isEqualTo(401));

    assertThat(teams.asked()).hasSize(1);
  }

  @Test
  void leaveTheMessageForLaterWhenThereIsNone() {
    answer(
        401,
        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: The provided client"
            + " secret keys are expired.\"}");
    configured.run(
        context -> {
          var e = failure(context.getBean(ConnectorClient.class));
          assertThat(e)
              .hasMessageContaining("the client secret has expired (AADSTS7000222)")
              .hasMessageContaining("holdfast.teams.credential.client-secret")
              .hasMessageNotContaining("a-secret");
          assertThat(ConnectorErrorMapper.posting(e).reason()).isEqualTo(Reason.LATER);
        });
    assertThat(teams.asked()).isEmpty();
  }

  @ParameterizedTest(name = "facts B8 | {0}: login {1}, scope {2}")
  @CsvSource({
    "public, login.microsoftonline.com, https://api.botframework.com/.default",
    "gcc, login.microsoftonline.com, https://api.botframework.com/.default",
    "gcc-high, login.microsoftonline.us, https://api.botframework.us/.default",
    "dod, login.microsoftonline.us, https://api.botframework.us/.default",
    "china, login.partner.microsoftonline.cn, https://api.botframework.azure.cn/.default"
  })
  void areThoseOfTheCloud(String cloud, String host, String scope) {
    bare.withPropertyValues(
            "holdfast.teams.cloud=" + cloud, "holdfast.teams.credential.client-secret=a-secret")
        .run(
            context -> {
              var settings = context.getBean(BotTokenSettings.class);
              var recorded = new RecordedLogin();
              new EntraBotTokenProvider(
                      recorded.tokens(EntraBotTokenProvider.identity(settings)),
                      settings.audience().toString())
                  .bearer();
              assertThat(recorded.addresses())
                  .containsExactly(
                      URI.create("https://" + host + "/" + TENANT + "/oauth2/v2.0/token"));
              assertThat(recorded.scope()).isEqualTo(scope);
            });
  }

  @Test
  void areMissedAtTheStartWithoutACredential() {
    bare.run(
        context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOfSatisfying(
                    CredentialException.class,
                    e ->
                        assertThat(e.remedy())
                            .contains(
                                "holdfast.teams.app-id",
                                "holdfast.teams.tenant-id",
                                "holdfast.teams.credential.client-secret-file")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "holdfast.teams.login-url=http://login.microsoftonline.com",
        "holdfast.teams.tenant-id=botframework.com",
        "holdfast.teams.app-id=",
        "holdfast.teams.credential.certificate=/x",
        "holdfast.teams.cloud=moon"
      })
  void refuseWhatMakesNoSense(String setting) {
    configured
        .withPropertyValues(setting)
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(context.getStartupFailure().toString()).doesNotContain("a-secret");
            });
  }

  private void post(ConnectorClient connector) {
    connector.post(teams.base().toString(), "a:chat", "{\"type\":\"message\"}");
  }

  private ConnectorException failure(ConnectorClient connector) {
    return catchThrowableOfType(ConnectorException.class, () -> post(connector));
  }

  private void grants(String token) {
    answer(
        200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"" + token + "\"}");
  }

  private void answer(int status, String json) {
    login.answers(
        status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
  }
}
