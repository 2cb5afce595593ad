package dev.holdfast.api.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.api.ApiProperties;
import dev.holdfast.api.OnlyWithApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a token to any caller, as Microsoft Entra ID does to applications with a credential. There
 * is one in the profile local alone, on loopback, and nothing outside of it takes its tokens: its
 * key is made at the start and isn't published.
 */
@RestController
@Profile("local")
@OnlyWithApi
class LocalTokenController {

  private static final Duration VALID = Duration.ofHours(1);

  private final LocalKey key;
  private final ApiProperties settings;
  private final Clock clock;

  LocalTokenController(LocalKey key, ApiProperties settings, Clock clock) {
    this.key = key;
    this.settings = settings;
    this.clock = clock;
  }

  /** The client's ID is also the object ID of its service principal. */
  @PostMapping(
      path = LocalTokenConfiguration.TOKENS,
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> token(@RequestParam("client_id") String client) throws JOSEException {
    Instant now = clock.instant();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.pair().getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(LocalKey.ISSUER)
                .audience(settings.audience())
                .subject(client)
                .claim("oid", client)
                .claim("azp", client)
                .claim("tid", settings.tenantId())
                .claim("idtyp", "app")
                .claim("roles", List.of("Requests.Create", "Requests.Read"))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .build());
    token.sign(new RSASSASigner(key.pair()));
    return Map.of(
        "token_type", "Bearer",
        "expires_in", VALID.toSeconds(),
        "access_token", token.serialize());
  }
}
