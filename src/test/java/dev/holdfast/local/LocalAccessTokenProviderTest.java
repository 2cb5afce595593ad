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
    assertThatThrownBy(
            () ->
                new LocalAccessTokenProvider(
                    PlatformSettings.bap(URI.create("https://api.bap.microsoft.com"))))
        .hasMessageContaining("holdfast.admin-api.base-url");
  }

  @Test
  void theSimulatorGetsItsToken() {
    assertThat(
            new LocalAccessTokenProvider(PlatformSettings.bap(URI.create("http://127.0.0.1:3979")))
                .bearer(URI.create("urn:any")))
        .isNotBlank();
  }

  @Test
  void theOpenProfileNeverStartsTogetherWithARealCredential() {
    assertThatThrownBy(
            () ->
                new LocalAccessTokenProvider(
                    PlatformSettings.with(
                        Map.of(
                            "base-url",
                            "http://127.0.0.1:3979",
                            "credential.managed-identity",
                            "system"))))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("never starts together with a real credential");
  }
}
