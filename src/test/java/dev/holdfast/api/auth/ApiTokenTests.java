package dev.holdfast.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.api.ApiProperties;
import dev.holdfast.testing.Samples;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Which tokens the HTTP API takes. */
class ApiTokenTests {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";
  private static final String OTHER = "00000000-0000-0000-0000-000000000002";
  private static final String APPLICATION = "00000000-0000-0000-0000-0000000000AB";
  private static final String ISSUER = "https://login.microsoftonline.com/" + TENANT + "/v2.0";
  private static final Instant NOW = Samples.NOW;
  private static final ApiProperties SETTINGS =
      new ApiProperties(
          true,
          List.of("api://holdfast"),
          TENANT,
          URI.create("https://login.microsoftonline.com"),
          List.of(new ApiProperties.Application(APPLICATION, "Release pipeline")),
          60);

  private static RSAKey key;
  private static JwtDecoder decoder;

  @BeforeAll
  static void publish() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    decoder =
        ApiSecurityConfiguration.decoder(
            SETTINGS,
            new ApiKeys(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), Set.of(ISSUER)),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void anApplicationsTokenIsTaken() throws JOSEException {
    ApiCaller caller = caller(token(key, "one", claims -> {}));
    assertThat(caller.caller().person().id()).isEqualTo("app:00000000-0000-0000-0000-0000000000ab");
    assertThat(caller.caller().person().name()).isEqualTo("Release pipeline");
    assertThat(caller.getAuthorities())
        .extracting(GrantedAuthority::getAuthority)
        .containsExactly("Requests.Read");
  }

  @Test
  void withoutTheOptionalClaimTheSubjectHasToBeTheObjectId() throws JOSEException {
    assertThat(
            caller(token(key, "one", claims -> claims.claim("idtyp", null).subject(APPLICATION)))
                .caller()
                .person()
                .actsAsApplication())
        .isTrue();
  }

  @Test
  void rolesThatAreNoListAreNone() throws JOSEException {
    assertThat(
            caller(token(key, "one", claims -> claims.claim("roles", "Requests.Create")))
                .getAuthorities())
        .isEmpty();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("a person's", claims -> claims.claim("scp", "user_impersonation")),
        refused("a user's by its type", claims -> claims.claim("idtyp", "user")),
        refused("no type, another subject", claims -> claims.claim("idtyp", null).subject("x")),
        refused("another tenant", claims -> claims.claim("tid", OTHER)),
        refused("no tenant", claims -> claims.claim("tid", null)),
        refused("another issuer", claims -> claims.issuer(ISSUER.replace(TENANT, OTHER))),
        refused("no issuer", claims -> claims.issuer(null)),
        refused("for something else", claims -> claims.audience("api://other")),
        refused("for nothing", claims -> claims.audience((String) null)),
        refused("no object ID", claims -> claims.claim("oid", null)),
        refused("a strange object ID", claims -> claims.claim("oid", "app:me")),
        refused("too old", claims -> claims.expirationTime(at(Duration.ofMinutes(-6)))),
        refused("too new", claims -> claims.notBeforeTime(at(Duration.ofMinutes(6)))),
        refused("without an end", claims -> claims.expirationTime(null)),
        refused("without a beginning", claims -> claims.notBeforeTime(null)));
  }

  private static Arguments refused(String what, Consumer<JWTClaimsSet.Builder> change) {
    return Arguments.of(what, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefused(String what, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    assertRefused(token(key, "one", change));
  }

  @Test
  void otherSignaturesAreNone() throws JOSEException {
    RSAKey other = new RSAKeyGenerator(2048).keyID("one").generate();
    assertRefused(token(other, "one", claims -> {}));
    assertRefused(token(key, "two", claims -> {}));
    assertRefused(new PlainJWT(claims().build()).serialize());
    SignedJWT mac =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims().build());
    mac.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    assertRefused(mac.serialize());
  }

  private static void assertRefused(String token) {
    assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
  }

  private static ApiCaller caller(String token) {
    Jwt decoded = decoder.decode(token);
    return ApiSecurityConfiguration.caller(decoded, SETTINGS);
  }

  private static String token(RSAKey by, String id, Consumer<JWTClaimsSet.Builder> change)
      throws JOSEException {
    JWTClaimsSet.Builder claims = claims();
    change.accept(claims);
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), claims.build());
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("api://holdfast")
        .subject("somebody")
        .claim("tid", TENANT)
        .claim("oid", APPLICATION)
        .claim("idtyp", "app")
        .claim("app_displayname", "as it says itself")
        .claim("roles", List.of("Requests.Read", "Something.Else"))
        .notBeforeTime(at(Duration.ofMinutes(-1)))
        .expirationTime(at(Duration.ofMinutes(60)));
  }

  private static Date at(Duration fromNow) {
    return Date.from(NOW.plus(fromNow));
  }
}
