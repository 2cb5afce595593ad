package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.platform.PlatformProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAccessTokensTest {

  @Test
  void theOpenProfileNeverSpeaksToARealAdminApi() {
    assertThatThrownBy(() -> new LocalAccessTokens(at("https://api.bap.microsoft.com")))
        .hasMessageContaining("holdfast.platform.base-url");
  }

  @Test
  void theSimulatorGetsItsToken() {
    assertThat(new LocalAccessTokens(at("http://127.0.0.1:3979")).bearer(URI.create("urn:any")))
        .isNotBlank();
  }

  private static PlatformProperties at(String baseUrl) {
    Duration second = Duration.ofSeconds(1);
    return new PlatformProperties(
        URI.create(baseUrl),
        URI.create("urn:any"),
        List.of(),
        List.of(),
        second,
        second,
        new PlatformProperties.Timeouts(second, second));
  }
}
