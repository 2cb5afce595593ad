package dev.holdfast.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;

class OpenIdSigningKeySourceTest {

  private final FakeBotFramework framework = new FakeBotFramework();
  private final ScriptedServer scripted = new ScriptedServer();

  @AfterEach
  void close() {
    framework.close();
    scripted.close();
  }

  @Test
  void readsKeysWithTheChannelsThatTheyStandFor() throws IOException {
    framework.publishes(FakeBotFramework.key("a"), "msteams", "skype");
    assertThat(directory().read().find("a").orElseThrow().endorsements())
        .isEqualTo(Set.of("msteams", "skype"));
  }

  @Test
  void leavesOutWhatSignsNoTokens() throws IOException, JOSEException {
    framework.publishes(FakeBotFramework.key("good"));
    framework.publishes(
        new RSAKey.Builder(FakeBotFramework.key("encrypts")).keyUse(KeyUse.ENCRYPTION).build());
    framework.publishes(new RSAKeyGenerator(1024, true).keyID("weak").generate());
    framework.publishes(new RSAKey.Builder(FakeBotFramework.key("x")).keyID("").build());
    framework.publishes("broken", Map.of("kty", "RSA", "kid", "broken", "n", "AQAB"));
    framework.publishes("curve", Map.of("kty", "EC", "kid", "curve"));

    PublishedKeys keys = directory().read();

    assertThat(keys.ids()).containsExactly("good");
    assertThat(keys.rejected())
        .extracting(RejectedKey::id, RejectedKey::expected)
        .containsExactly(
            tuple("encrypts", true),
            tuple("weak", false),
            tuple("Key 4", false),
            tuple("broken", false),
            tuple("curve", true));
    assertThat(keys.rejected())
        .extracting(RejectedKey::reason)
        .contains("has 1024 bits and needs at least 2048", "has no ID")
        .anyMatch(reason -> reason.startsWith("can't be read ("));
  }

  @Test
  void saysWhyNoneOfTheKeysCanBeUsed() throws JOSEException {
    framework.publishes(new RSAKeyGenerator(1024, true).keyID("weak").generate());

    assertThatThrownBy(() -> directory().read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no usable key")
        .hasMessageEndingWith(": weak has 1024 bits and needs at least 2048");
  }

  @Test
  void saysThatTheHostIsDown() {
    framework.down(true);
    assertThatThrownBy(() -> directory().read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answers 503");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html/>",
        "[]",
        "{}",
        "{\"jwks_uri\":\"\"}",
        "{\"jwks_uri\":7}",
        "{\"jwks_uri\":\"https://elsewhere.example/keys\"}",
        "{\"jwks_uri\":\"::\"}"
      })
  void saysThatTheDocumentIsOfNoUse(String document) {
    scripted.answers(200, Map.of(), document.getBytes(StandardCharsets.UTF_8));
    OpenIdSigningKeySource directory =
        new OpenIdSigningKeySource(RestClient.create(), scripted.base().resolve("/metadata"));
    assertThatThrownBy(directory::read).isInstanceOf(IOException.class);
    assertThat(scripted.asked()).hasSize(1);
  }

  private OpenIdSigningKeySource directory() {
    return new OpenIdSigningKeySource(RestClient.create(), framework.metadata());
  }
}
