package dev.holdfast.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.holdfast.doctor.State;
import dev.holdfast.doctor.Verdict;
import dev.holdfast.teams.gate.KeyDirectory;
import dev.holdfast.teams.gate.TokenRules;
import dev.holdfast.testing.FakeBotFramework;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

/** What the doctor says about the keys that sign what Teams sends. */
class SigningKeysCheckupTest {

  private final FakeBotFramework framework = new FakeBotFramework();

  @AfterEach
  void close() {
    framework.close();
  }

  @Test
  void namesAKeyThatIsRejectedAndWhy() throws JOSEException {
    framework.publishes(FakeBotFramework.key("good"), "msteams");
    framework.publishes(new RSAKeyGenerator(1024, true).keyID("weak").generate(), "msteams");

    Verdict verdict = check();

    assertThat(verdict.state()).isEqualTo(State.WARNING);
    assertThat(verdict.sentence())
        .isEqualTo(
            "1 of 2 published keys sign messages from Teams. Not used: weak has 1024 bits and"
                + " needs at least 2048.");
  }

  @Test
  void aKeyThatNeverSignsIsNoReasonToWarn() {
    framework.publishes(FakeBotFramework.key("good"), "msteams");
    framework.publishes("curve", Map.of("kty", "EC", "kid", "curve"));

    assertThat(check().state()).isEqualTo(State.OK);
    assertThat(check().sentence()).endsWith("Not used: curve isn't an RSA key.");
  }

  @Test
  void keysForOtherChannelsAloneAreBroken() {
    framework.publishes(FakeBotFramework.key("web"), "webchat");

    assertThat(check().state()).isEqualTo(State.BROKEN);
    assertThat(check().sentence())
        .isEqualTo("None of the published keys is endorsed for Teams (web).");
  }

  @Test
  void saysThatTheKeysCannotBeReadAndFromWhere() {
    framework.down(true);

    assertThat(check().state()).isEqualTo(State.BROKEN);
    assertThat(check().sentence()).contains("answers 503");
    assertThat(check().remedy().orElseThrow().command())
        .hasValue("curl -v " + framework.metadata());
  }

  @Test
  void inTheProfileLocalThereAreNone() {
    assertThat(check("local").sentence()).startsWith("Not needed");
  }

  private Verdict check() {
    return check("other");
  }

  private Verdict check(String profile) {
    TeamsProperties properties =
        Fixtures.with(
            Map.of(
                "service-hosts",
                "127.0.0.1",
                "openid-metadata-url",
                framework.metadata().toString()));
    Verdict[] verdict = new Verdict[1];
    new ApplicationContextRunner()
        .withPropertyValues("spring.profiles.active=" + profile)
        .withBean(TeamsProperties.class, () -> properties)
        .withBean(
            TokenRules.class,
            () -> new TokenRules("app", properties.issuer(), properties.openidMetadataUrl()))
        .withUserConfiguration(Gate.class)
        .run(
            context ->
                verdict[0] =
                    new SigningKeysCheckup(context.getBeanProvider(KeyDirectory.class), properties)
                        .check());
    return verdict[0];
  }

  @ComponentScan(basePackageClasses = KeyDirectory.class)
  static class Gate {}
}
