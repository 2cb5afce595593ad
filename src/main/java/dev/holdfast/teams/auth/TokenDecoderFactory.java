package dev.holdfast.teams.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Builds the check of a token's signature and claims (facts B8). */
final class TokenDecoderFactory {

  /** How far the clocks of Microsoft and this machine may be apart. */
  static final Duration LEEWAY = Duration.ofMinutes(5);

  private final TokenRequirements rules;
  private final SigningKeyCache keys;
  private final Clock clock;

  TokenDecoderFactory(TokenRequirements rules, SigningKeyCache keys, Clock clock) {
    this.rules = rules;
    this.keys = keys;
    this.clock = clock;
  }

  JwtDecoder decoder() {
    DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    signatures.setJWSKeySelector((header, context) -> keysFor(header));
    signatures.setJWTClaimsSetVerifier((claims, context) -> {}); // all claims are checked below
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures);
    decoder.setJwtValidator(this::claims);
    return new VerifiedTokenCache(decoder, this::time, keys);
  }

  /** RS256 with a published key, whatever else the header asks for. */
  private List<? extends Key> keysFor(JWSHeader header) throws KeySourceException {
    if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
      return List.of();
    }
    return keys.find(header.getKeyID()).map(SigningKey::verifier).map(List::of).orElse(List.of());
  }

  private OAuth2TokenValidatorResult claims(Jwt token) {
    if (!rules.issuer().equals(token.getClaimAsString("iss"))) {
      return no(RejectionReason.ISSUER);
    }
    if (token.getAudience() == null || token.getAudience().stream().noneMatch(rules::isAudience)) {
      return no(RejectionReason.AUDIENCE);
    }
    return time(token);
  }

  /** All that may change of a token that was taken once. */
  private OAuth2TokenValidatorResult time(Jwt token) {
    Instant now = clock.instant();
    boolean begun = is(token.getNotBefore(), at -> !now.isBefore(at.minus(LEEWAY)));
    boolean lasts = is(token.getExpiresAt(), at -> now.isBefore(at.plus(LEEWAY)));
    return begun && lasts ? OAuth2TokenValidatorResult.success() : no(RejectionReason.TIME);
  }

  /** A token that does not say is not taken. */
  private static boolean is(@org.jspecify.annotations.Nullable Instant at, Predicate<Instant> so) {
    return at != null && so.test(at);
  }

  private static OAuth2TokenValidatorResult no(RejectionReason cause) {
    return OAuth2TokenValidatorResult.failure(new OAuth2Error(cause.name()));
  }
}
