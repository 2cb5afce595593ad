package dev.holdfast.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.PowerPlatformCloud;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GraphPropertiesTest {

  /** The token of an application that may read all users must not travel in the clear. */
  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com, true",
    "https://graph.microsoft.com/, true",
    "http://127.0.0.1:3979, true",
    "http://localhost:3979, true",
    "http://graph.microsoft.com, false",
    "http://127.0.0.1.contoso.com, false",
    "https://graph.microsoft.com/beta, false",
    "ftp://graph.microsoft.com, false",
    "graph.microsoft.com, false"
  })
  void isHttpsOrOnThisMachine(String url, boolean usable) {
    assertThat(new GraphProperties(true, Optional.of(URI.create(url))).isUrlUsable())
        .isEqualTo(usable);
  }

  @Test
  void aStartWithAnAddressThatWouldShowTheTokenFails() {
    new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues("holdfast.policy.graph.url=http://graph.microsoft.com")
        .run(
            started ->
                assertThat(started).getFailure().rootCause().hasMessageContaining("must be https"));
  }

  @EnableConfigurationProperties(GraphProperties.class)
  private static final class Settings {}

  @Test
  void isThatOfTheCloudUnlessSet() {
    GraphProperties unset = new GraphProperties(true, Optional.empty());
    assertThat(unset.isUrlUsable()).isTrue();
    assertThat(unset.base(PowerPlatformCloud.PROD)).hasToString("https://graph.microsoft.com");
    assertThat(unset.base(PowerPlatformCloud.DOD)).hasToString("https://dod-graph.microsoft.us");
    assertThat(
            new GraphProperties(true, Optional.of(URI.create("https://graph.contoso.com/")))
                .base(PowerPlatformCloud.PROD))
        .hasToString("https://graph.contoso.com");
  }
}
