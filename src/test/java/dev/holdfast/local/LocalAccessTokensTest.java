package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.testing.PlatformSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;

class LocalAccessTokensTest {

  @Test
  void theOpenProfileNeverSpeaksToARealAdminApi() {
    assertThatThrownBy(
            () ->
                new LocalAccessTokens(
                    PlatformSettings.bap(URI.create("https://api.bap.microsoft.com"))))
        .hasMessageContaining("holdfast.platform.base-url");
  }

  @Test
  void theSimulatorGetsItsToken() {
    assertThat(
            new LocalAccessTokens(PlatformSettings.bap(URI.create("http://127.0.0.1:3979")))
                .bearer(URI.create("urn:any")))
        .isNotBlank();
  }
}
