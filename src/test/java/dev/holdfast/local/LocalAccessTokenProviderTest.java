package dev.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.entra.CredentialException;
import dev.holdfast.testing.PlatformSettings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalAccessTokenProviderTest {

  @Test
  void theOpenProfileNeverSpeaksToARealAdminApi() {
    assertThatThrownBy(() -> local(Map.of("base-url", "https://api.bap.microsoft.com")))
        .hasMessageContaining("holdfast.admin-api.base-url");
  }

  @Test
  void theSimulatorGetsItsToken() {
    assertThat(local(Map.of("base-url", "http://127.0.0.1:3979")).bearer(URI.create("urn:any")))
        .isNotBlank();
  }

  @Test
  void neitherAdminApiMayBeElsewhere() {
    assertThatThrownBy(
            () ->
                local(
                    Map.of(
                        "base-url",
                        "http://127.0.0.1:3979",
                        "power-platform-api.base-url",
                        "https://api.powerplatform.com")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holdfast.admin-api.power-platform-api.base-url");
  }

  @Test
  void theOpenProfileNeverStartsTogetherWithARealCredential() {
    assertThatThrownBy(
            () ->
                local(
                    Map.of(
                        "base-url",
                        "http://127.0.0.1:3979",
                        "credential.managed-identity",
                        "system")))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("never starts together with a real credential");
  }

  private static LocalAccessTokenProvider local(Map<String, String> settings) {
    return new LocalAccessTokenProvider(
        PlatformSettings.endpoints(settings), PlatformSettings.signIn(settings));
  }
}
