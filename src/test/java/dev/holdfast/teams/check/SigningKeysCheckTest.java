package dev.holdfast.teams.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.auth.SigningKeySource;
import dev.holdfast.teams.auth.TokenRequirements;
import dev.holdfast.teams.settings.TeamsTrustProperties;
import dev.holdfast.testing.FakeBotFramework;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

/** What the doctor says about the keys that sign what Teams sends. */
class SigningKeysCheckTest {

  private final FakeBotFramework framework = new FakeBotFramework();

  @AfterEach
  void close() {
    framework.close();
  }

  @Test
  void namesAKeyThatIsRejectedAndWhy() throws JOSEException {
    framework.publishes(FakeBotFramework.key("good"), "msteams");
    framework.publishes(new RSAKeyGenerator(1024, true).keyID("weak").generate(), "msteams");

    CheckResult verdict = check();

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence())
        .isEqualTo(
            "1 of 2 published keys sign messages from Teams. Not used: weak has 1024 bits and"
                + " needs at least 2048.");
  }

  @Test
  void aKeyThatNeverSignsIsNoReasonToWarn() {
    framework.publishes(FakeBotFramework.key("good"), "msteams");
    framework.publishes("curve", Map.of("kty", "EC", "kid", "curve"));

    assertThat(check().state()).isEqualTo(CheckStatus.OK);
    assertThat(check().sentence()).endsWith("Not used: curve isn't an RSA key.");
  }

  @Test
  void keysForOtherChannelsAloneAreBroken() {
    framework.publishes(FakeBotFramework.key("web"), "webchat");

    assertThat(check().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(check().sentence())
        .isEqualTo("None of the published keys is endorsed for Teams (web).");
  }

  @Test
  void saysThatTheKeysCannotBeReadAndFromWhere() {
    framework.down(true);

    assertThat(check().state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(check().sentence()).contains("answers 503");
    assertThat(check().remedy().orElseThrow().command())
        .hasValue("curl -v " + framework.metadata());
  }

  @Test
  void inTheProfileLocalThereAreNone() {
    assertThat(check("local").sentence()).startsWith("Not needed");
  }

  private CheckResult check() {
    return check("other");
  }

  private CheckResult check(String profile) {
    TeamsTrustProperties trust =
        Fixtures.bound(
            Map.of("openid-metadata-url", framework.metadata().toString()),
            TeamsTrustProperties.class);
    CheckResult[] verdict = new CheckResult[1];
    new ApplicationContextRunner()
        .withPropertyValues("spring.profiles.active=" + profile)
        .withBean(TeamsTrustProperties.class, () -> trust)
        .withBean(
            TokenRequirements.class,
            () -> new TokenRequirements("app", trust.issuer(), trust.openidMetadataUrl()))
        .withUserConfiguration(Gate.class)
        .run(
            context ->
                verdict[0] =
                    new SigningKeysCheck(context.getBeanProvider(SigningKeySource.class), trust)
                        .check());
    return verdict[0];
  }

  @ComponentScan(basePackageClasses = SigningKeySource.class)
  static class Gate {}
}
