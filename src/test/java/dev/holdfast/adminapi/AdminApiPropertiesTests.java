package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class AdminApiPropertiesTests {

  @EnableConfigurationProperties({
    AdminApiProperties.class,
    AdminApiSignInProperties.class,
    AdminApiUsageProperties.class
  })
  private static final class Properties {}

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Test
  void areThoseOfThePublicCloudWhenNothingIsSaid() {
    context.run(
        started -> {
          AdminApiProperties properties = started.getBean(AdminApiProperties.class);
          AdminApiUsageProperties usage = started.getBean(AdminApiUsageProperties.class);
          assertThat(properties.baseUrl()).hasToString("https://api.bap.microsoft.com");
          assertThat(properties.audience()).hasToString("https://service.powerapps.com/");
          assertThat(properties.allowedHosts()).containsExactly("api.bap.microsoft.com");
          assertThat(properties.dataverseHosts()).containsExactly("dynamics.com");
          assertThat(usage.pollInterval()).isEqualTo(Duration.ofSeconds(15));
          assertThat(usage.catalogTtl()).isEqualTo(Duration.ofMinutes(1));
          assertThat(properties.timeouts().connect()).isEqualTo(Duration.ofSeconds(10));
          assertThat(properties.timeouts().read()).isEqualTo(Duration.ofMinutes(1));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:3979", "http://localhost:1", "https://api.example/"})
  void takeAnyHostOverHttpsAndLoopbackWithout(String base) {
    context
        .withPropertyValues("holdfast.admin-api.base-url=" + base)
        .run(started -> assertThat(started).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://api.bap.microsoft.com", "https://api.example/path", "ftp://x", "nowhere"})
  void refuseABaseThatWouldShowTheToken(String base) {
    context
        .withPropertyValues("holdfast.admin-api.base-url=" + base)
        .run(
            started ->
                assertThat(started).getFailure().rootCause().hasMessageContaining("must be https"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poll-interval=0s",
        "timeouts.connect=0s",
        "timeouts.read=-1s",
        "allowed-hosts[0]= "
      })
  void refuseWhatMakesNoSense(String setting) {
    context
        .withPropertyValues("holdfast.admin-api." + setting)
        .run(started -> assertThat(started).hasFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-secret=x,client-secret-file=/x",
        "client-secret=x,managed-identity=system",
        "certificate=/x,federated-token-file=/x",
        "certificate-password=x"
      })
  void refuseACredentialOfNoOrTwoKinds(String settings) {
    named(settings)
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("set exactly one of client-secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-secret=x,certificate-password=y",
        "certificate=/x,certificate-password=y,certificate-password-file=/y",
        "federated-token-file=/x,certificate-key=/y"
      })
  void refuseAPasswordOfNothing(String settings) {
    named(settings)
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("belong to certificate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client-secret=x",
        "client-secret-file=/x",
        "certificate=/x,certificate-key=/y,certificate-password=z",
        "managed-identity=system",
        "managed-identity=00000000-0000-0000-0000-0000000000f1",
        "federated-token-file=/x,client-secret=",
        "client-secret="
      })
  void takeACredentialOfOneKind(String settings) {
    named(settings).run(started -> assertThat(started).hasNotFailed());
  }

  @Test
  void showNoSecret() {
    named("client-secret=s3cret")
        .run(
            started ->
                assertThat(started.getBean(AdminApiSignInProperties.class).toString())
                    .doesNotContain("s3cret"));
    named("client-secret=s3cret,client-secret-file=/x")
        .run(
            started -> {
              StringWriter trace = new StringWriter();
              started.getStartupFailure().printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("s3cret");
            });
  }

  @Test
  void refuseASecretWithoutTenantAndClient() {
    context
        .withPropertyValues("holdfast.admin-api.credential.client-secret=x")
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("needs tenant-id and client-id"));
    context
        .withPropertyValues("holdfast.admin-api.credential.managed-identity=system")
        .run(started -> assertThat(started).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenant-id=contoso",
        "client-id=0",
        "credential.managed-identity=mine",
        "login-url=http://login.microsoftonline.com",
        "login-url=https://login.example/common"
      })
  void refuseNamesThatAreNone(String setting) {
    context
        .withPropertyValues("holdfast.admin-api." + setting)
        .run(
            started ->
                assertThat(started).getFailure().rootCause().hasMessageContaining("must be"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"preview", "tip1", "tip2"})
  void sayThatACloudHasNoPowerPlatformApi(String endpoint) {
    context
        .withPropertyValues(
            "holdfast.admin-api.api=ppapi", "holdfast.admin-api.endpoint=" + endpoint)
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("this endpoint has no Power Platform API"));
  }

  private ApplicationContextRunner named(String settings) {
    return context
        .withPropertyValues(
            "holdfast.admin-api.tenant-id=00000000-0000-0000-0000-000000000001",
            "holdfast.admin-api.client-id=00000000-0000-0000-0000-0000000000c1")
        .withPropertyValues(
            Arrays.stream(settings.split(","))
                .map(setting -> "holdfast.admin-api.credential." + setting)
                .toArray(String[]::new));
  }
}
