package dev.holdfast.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.testing.FakeBotFramework;
import dev.holdfast.testing.HeldExecutor;
import dev.holdfast.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** A token that comes again is spared the check of its signature and nothing else. */
class VerifiedTokenCacheTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final RSAKey KEY = FakeBotFramework.key("a");
  private static final RSAKey SUCCESSOR = FakeBotFramework.key("a");
  private static final TokenRequirements RULES =
      new TokenRequirements("app", "issuer", URI.create("https://login.example"));

  private final SettableClock clock = new SettableClock(NOW);
  private final TestKeys published = new TestKeys();
  private final HeldExecutor background = new HeldExecutor();
  private final SigningKeyCache keys = new SigningKeyCache(published, clock, background);
  private final JwtDecoder decoder = new TokenDecoderFactory(RULES, keys, clock).decoder();

  @BeforeEach
  void publish() {
    publish(KEY);
  }

  @Test
  void theSignatureIsCheckedOnce() {
    int[] checks = {0};
    VerifiedTokenCache counted =
        new VerifiedTokenCache(
            text -> {
              checks[0]++;
              return decoder.decode(text);
            },
            claims -> OAuth2TokenValidatorResult.success(),
            keys);
    String token = token(KEY, Duration.ofHours(1));

    assertThat(counted.decode(token)).isSameAs(counted.decode(token));
    assertThat(checks[0]).isEqualTo(1);
  }

  @Test
  void aKnownTokenExpires() {
    String token = token(KEY, Duration.ofHours(1));
    decoder.decode(token);
    clock.advance(Duration.ofHours(1).plus(TokenDecoderFactory.LEEWAY));

    assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtValidationException.class);
  }

  @Test
  void aKnownTokenIsRefusedOnceItsKeyIsNotPublishedAnyMore() throws KeySourceException {
    String token = token(KEY, Duration.ofHours(48));
    decoder.decode(token);
    publish(SUCCESSOR);
    clock.advance(SigningKeyCache.AHEAD.plusMillis(1));
    keys.find("a");
    background.runNext();

    assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    assertThat(decoder.decode(token(SUCCESSOR, Duration.ofHours(48)))).isNotNull();
  }

  @Test
  void aTokenThatCannotBeCheckedNowIsNotCalledForged() {
    published.down(true);

    assertThatThrownBy(() -> decoder.decode(token(KEY, Duration.ofHours(1))))
        .isInstanceOf(JwtException.class)
        .isNotInstanceOf(BadJwtException.class)
        .hasCauseInstanceOf(KeySourceException.class);
  }

  @Test
  void norIsAKnownTokenWhoseKeyIsTooOld() {
    String token = token(KEY, SigningKeyCache.OLDEST.multipliedBy(2));
    decoder.decode(token);
    published.down(true);
    clock.advance(SigningKeyCache.OLDEST.plusSeconds(1));

    assertThatThrownBy(() -> decoder.decode(token))
        .isInstanceOf(JwtException.class)
        .isNotInstanceOf(BadJwtException.class);
  }

  @Test
  void aTokenThatOnlyBeginsLikeAKnownOneIsNot() {
    String token = token(KEY, Duration.ofHours(1));
    decoder.decode(token);
    String forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);

    assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
  }

  private void publish(RSAKey key) {
    published.publish("a", key);
  }

  private static String token(RSAKey key, Duration life) {
    return FakeBotFramework.token(
        key,
        FakeBotFramework.claims("issuer", "app", "https://smba.example/")
            .notBeforeTime(Date.from(NOW))
            .expirationTime(Date.from(NOW.plus(life)))
            .build());
  }
}
