package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.http.AdminApiHttpClients;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.entra.CredentialException;
import dev.holdfast.testing.EveryLog;
import dev.holdfast.testing.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.RestClient;

/** Tokens for the admin API, as configured. */
@ExtendWith(OutputCaptureExtension.class)
class EntraAccessTokenProviderTests {

  @EnableConfigurationProperties({AdminApiProperties.class, AdminApiSignInProperties.class})
  private static final class Properties {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({AdminApiProperties.class, AdminApiSignInProperties.class})
  @Import(EntraAccessTokenProvider.class)
  static class Starting {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  private static final URI AUDIENCE = URI.create("https://service.powerapps.com/");

  private final ScriptedServer login = new ScriptedServer();
  private final ApplicationContextRunner bare =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withBean(Clock.class, Clock::systemUTC)
          .withUserConfiguration(Properties.class, EntraAccessTokenProvider.class);
  private final ApplicationContextRunner configured =
      bare.withPropertyValues(
          "holdfast.admin-api.tenant-id=00000000-0000-0000-0000-000000000001",
          "holdfast.admin-api.client-id=00000000-0000-0000-0000-0000000000c1",
          "holdfast.admin-api.credential.client-secret=a-secret",
          "holdfast.admin-api.login-url=" + login.base());

  @AfterEach
  void close() {
    login.close();
  }

  @Test
  void comeFromTheConfiguredServer() {
    answer(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"the-token\"}");
    configured.run(
        context ->
            assertThat(context.getBean(AccessTokenProvider.class).bearer(AUDIENCE))
                .isEqualTo("the-token"));
    assertThat(login.asked()).hasSize(1);
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
                    e -> {
                      assertThat(e).hasMessage("it has no credential for Power Platform");
                      assertThat(e.remedy())
                          .contains(
                              "holdfast.admin-api.tenant-id",
                              "holdfast.admin-api.client-id",
                              "holdfast.admin-api.credential.client-secret-file",
                              "holdfast.admin-api.credential.managed-identity",
                              "profile local");
                    }));
  }

  @Test
  void areNotAskedForInTheProfileLocal() {
    bare.withPropertyValues("spring.profiles.active=local")
        .run(context -> assertThat(context).doesNotHaveBean(AccessTokenProvider.class));
  }

  @Test
  void failForTheOperatorToMend() {
    answer(
        401,
        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: Expired. Trace ID:"
            + " 1\",\"correlation_id\":\"c0ffee\"}");
    AdminApiException e = failure();
    assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(e).hasMessageContaining("the client secret has expired (AADSTS7000222)");
    assertThat(e.answer().code()).contains("AADSTS7000222");
    assertThat(e.answer().message()).contains("AADSTS7000222: Expired.");
    assertThat(e.answer().correlationId()).contains("c0ffee");
  }

  @Test
  void failSoThatAnOrderCertainlyNeverLeft() {
    login.answers(503).answers(503);
    AdminApiException e = failure();
    assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(e.refused()).isTrue();
  }

  @Test
  void keepHoldfastFromStartingWithAWordToTheOperator(CapturedOutput output) {
    SpringApplication application =
        new SpringApplicationBuilder(Starting.class).web(WebApplicationType.NONE).application();
    assertThatThrownBy(application::run).hasRootCauseInstanceOf(CredentialException.class);
    assertThat(output)
        .contains("Holdfast does not start: it has no credential for Power Platform.")
        .contains("Set holdfast.admin-api.tenant-id, holdfast.admin-api.client-id and one of");
  }

  @Test
  void areInNoLogHoweverMuchIsLogged() {
    answer(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"the-token\"}");
    try (EveryLog log = new EveryLog("com.microsoft.aad.msal4j");
        ScriptedServer service = new ScriptedServer().answers(200)) {
      configured
          .withPropertyValues("holdfast.admin-api.base-url=" + service.base())
          .run(
              context ->
                  AdminApiHttpClients.open(
                          context.getBean(AdminApiProperties.class),
                          RestClient.builder(),
                          context.getBean(AccessTokenProvider.class),
                          Clock.systemUTC(),
                          time -> {},
                          UnknownWordListener.NOBODY)
                      .admin()
                      .read(HttpCall.read(service.base(), "look"), AUDIENCE));
      assertThat(service.asked().get(0).header("Authorization")).isEqualTo("Bearer the-token");
      assertThat(log.text())
          .contains("TRACE org.springframework", "DEBUG com.microsoft.aad.msal4j")
          .doesNotContain("the-token", "a-secret");
    }
  }

  private AdminApiException failure() {
    AdminApiException[] failure = new AdminApiException[1];
    configured.run(
        context ->
            failure[0] =
                catchThrowableOfType(
                    AdminApiException.class,
                    () -> context.getBean(AccessTokenProvider.class).bearer(AUDIENCE)));
    return failure[0];
  }

  private void answer(int status, String json) {
    login.answers(
        status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
  }
}
