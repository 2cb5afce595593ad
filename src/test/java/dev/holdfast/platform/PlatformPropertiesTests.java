package dev.holdfast.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class PlatformPropertiesTests {

  @EnableConfigurationProperties(PlatformProperties.class)
  private static final class Properties {}

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Test
  void areThoseOfThePublicCloudWhenNothingIsSaid() {
    context.run(
        started -> {
          PlatformProperties properties = started.getBean(PlatformProperties.class);
          assertThat(properties.baseUrl()).hasToString("https://api.bap.microsoft.com");
          assertThat(properties.audience()).hasToString("https://service.powerapps.com/");
          assertThat(properties.allowedHosts()).containsExactly("api.bap.microsoft.com");
          assertThat(properties.dataverseHosts()).containsExactly("dynamics.com");
          assertThat(properties.pollInterval()).isEqualTo(Duration.ofSeconds(15));
          assertThat(properties.catalogueTtl()).isEqualTo(Duration.ofMinutes(1));
          assertThat(properties.timeouts().connect()).isEqualTo(Duration.ofSeconds(10));
          assertThat(properties.timeouts().read()).isEqualTo(Duration.ofMinutes(1));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:3979", "http://localhost:1", "https://api.example/"})
  void takeAnyHostOverHttpsAndLoopbackWithout(String base) {
    context
        .withPropertyValues("holdfast.platform.base-url=" + base)
        .run(started -> assertThat(started).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://api.bap.microsoft.com", "https://api.example/path", "ftp://x", "nowhere"})
  void refuseABaseThatWouldShowTheToken(String base) {
    context
        .withPropertyValues("holdfast.platform.base-url=" + base)
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
        .withPropertyValues("holdfast.platform." + setting)
        .run(started -> assertThat(started).hasFailed());
  }
}
