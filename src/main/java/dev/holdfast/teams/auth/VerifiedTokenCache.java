package dev.holdfast.teams.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Spares a token that Teams sends with each activity the reading and the check of its signature
 * after the first time. Everything that may change is asked each time: whether its time has come
 * and is not over, and whether the very key that signed it is still published. Only tokens that
 * were taken are kept, and they are compared as a whole.
 */
final class VerifiedTokenCache implements JwtDecoder {

  private static final int KEPT = 500;
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private record Known(Jwt token, RSAKey key) {}

  private final JwtDecoder signatures;
  private final OAuth2TokenValidator<Jwt> claims;
  private final SigningKeyCache keys;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(FORGOTTEN).build();

  /**
   * @param signatures checks everything
   * @param claims what is asked of a known token each time
   */
  VerifiedTokenCache(
      JwtDecoder signatures, OAuth2TokenValidator<Jwt> claims, SigningKeyCache keys) {
    this.signatures = signatures;
    this.claims = claims;
    this.keys = keys;
  }

  @Override
  public Jwt decode(String text) {
    Known before = known.getIfPresent(text);
    if (before == null || !publishes(before)) {
      return first(text);
    }
    var result = claims.validate(before.token());
    if (result.hasErrors()) {
      throw new JwtValidationException("no longer good", result.getErrors());
    }
    return before.token();
  }

  private Jwt first(String text) {
    Jwt token = signatures.decode(text);
    key(token).ifPresent(key -> known.put(text, new Known(token, key)));
    return token;
  }

  private boolean publishes(Known before) {
    return key(before.token()).filter(before.key()::equals).isPresent();
  }

  private Optional<RSAKey> key(Jwt token) {
    try {
      return keys.find(String.valueOf(token.getHeaders().get("kid"))).map(SigningKey::key);
    } catch (KeySourceException e) {
      throw new JwtException("The signing keys can't be read", e);
    }
  }
}
