package dev.holdfast.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.holdfast.api.ApiMeters;
import dev.holdfast.api.ApiMetrics;
import dev.holdfast.api.ApiProperties;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.testing.ScriptedServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

/** What the doctor says of the HTTP API. */
class ApiCheckTest {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";

  private final ScriptedServer entra = new ScriptedServer();
  private final ApiMetrics metrics = ApiMeters.over(new SimpleMeterRegistry());

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void withKeysItSaysWhoMayCall() throws Exception {
    publishes(new JWKSet(new RSAKeyGenerator(2048).keyID("one").generate().toPublicJWK()));

    CheckResult found = check(true);

    assertThat(found.state()).isEqualTo(CheckStatus.OK);
    assertThat(found.sentence())
        .contains("tenant " + TENANT, "api://holdfast, 1234", "1 keys sign tokens");
    assertThat(entra.asked()).hasSize(1);
  }

  @Test
  void keysThatSignNothingLetNobodyIn() {
    publishes(new JWKSet());

    assertThat(check(true).state()).isEqualTo(CheckStatus.BROKEN);
  }

  @Test
  void whatIsNoListOfKeysOrIsNotThereIsBroken() {
    entra.answers(200, Map.of(), "<html>".getBytes(StandardCharsets.UTF_8));
    assertThat(check(true).sentence()).contains("Couldn't read the keys", "has no keys");
    entra.answers(404);
    CheckResult found = check(true);
    assertThat(found.sentence()).contains("answers 404");
    assertThat(found.remedy().orElseThrow().command().orElseThrow())
        .isEqualTo("curl -v " + entra.base() + "/" + TENANT + "/discovery/v2.0/keys");
  }

  @Test
  void callersWithoutARoleAreNamed() throws Exception {
    publishes(new JWKSet(new RSAKeyGenerator(2048).keyID("one").generate().toPublicJWK()));
    metrics.refused(ApiMetrics.Refusal.ROLE);

    assertThat(check(true).state()).isEqualTo(CheckStatus.WARNING);
    assertThat(check(true).remedy().orElseThrow().toString())
        .contains("Requests.Read", "Requests.Create");
  }

  @Test
  void whereItIsTurnedOffNobodyIsAsked() {
    assertThat(check(false).state()).isEqualTo(CheckStatus.OK);
    assertThat(entra.asked()).isEmpty();
  }

  private void publishes(JWKSet keys) {
    byte[] body = keys.toString().getBytes(StandardCharsets.UTF_8);
    entra.answers(200, Map.of(), body).answers(200, Map.of(), body);
  }

  private CheckResult check(boolean enabled) {
    ApiProperties settings =
        new ApiProperties(
            enabled,
            List.of("api://holdfast", "1234"),
            TENANT,
            URI.create(entra.base().toString().replaceAll("/+$", "")),
            List.of(),
            60);
    return new ApiCheck(settings, metrics, new StandardEnvironment()).check();
  }
}
