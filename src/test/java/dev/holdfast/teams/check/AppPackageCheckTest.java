package dev.holdfast.teams.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.teams.Fixtures;
import dev.holdfast.teams.settings.TeamsProperties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

/** The package that belongs to the jar, held against the configuration. */
class AppPackageCheckTest {

  private static final String APP = "5f8e2b1c-0000-4000-8000-0000000000b0";
  private static final List<String> SCOPES = List.of("personal", "team", "groupChat");
  private static final String OWN = "https://contoso.example/holdfast";

  @Test
  void thatOfTheDemoFitsTheLocalProfile() {
    String demo = AppManifest.ofTheJar().orElseThrow().botId();

    assertThat(demo).isEqualTo(AppManifest.DEMO_BOT);
    assertThat(check(AppManifest.ofTheJar(), "local", demo).state()).isEqualTo(CheckStatus.OK);
  }

  /** As with a published image, for which setup.sh makes the package. */
  @Test
  void aJarWithoutValuesSaysNothingOfThePackageThatWasMadeElsewhere() {
    CheckResult verdict = check(AppManifest.ofTheJar(), "other", APP);

    assertThat(verdict.state()).isEqualTo(CheckStatus.OK);
    assertThat(verdict.sentence())
        .contains("can be used", "filled in where the package is made")
        .doesNotContain(APP, AppManifest.DEMO_BOT);
  }

  @Test
  void whatIsTheSameInEachPackageIsHeldAgainstAJarWithoutValuesToo() {
    assertThat(
            check(manifest(AppManifest.DEMO_BOT, List.of("personal"), List.of(), OWN)).sentence())
        .contains("cannot be added in the scope team")
        .doesNotContain("is for the bot");
  }

  @Test
  void thePackageOfAnotherBotDoesNotFit() {
    String other = "5f8e2b1c-0000-4000-8000-0000000000b1";
    CheckResult verdict = check(manifest(other, SCOPES, List.of(), OWN));

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence()).contains("is for the bot " + other + ", and Holdfast is " + APP);
    assertThat(verdict.remedy().orElseThrow().command().orElseThrow())
        .contains("-Dmanifest.bot-id=" + APP);
  }

  @Test
  void ownValuesFit() {
    assertThat(check(manifest(APP.toUpperCase(Locale.ROOT), SCOPES, List.of(), OWN)))
        .isEqualTo(
            CheckResult.ok(
                "Version 1.2.3 of the package, built with this jar, is for application "
                    + APP
                    + "."));
  }

  @Test
  void aScopeMayBeMissing() {
    assertThat(check(manifest(APP, List.of("personal", "team"), List.of(), OWN)).sentence())
        .isEqualTo(
            "The package that was built with this jar cannot be added in the scope groupChat.");
  }

  @Test
  void nobodyIsInvitedToWriteWhatTheOthersDoNotSee() {
    assertThat(AppManifest.ofTheJar().orElseThrow().supportsTargetedMessages()).isFalse();
    AppManifest inviting =
        new AppManifest("1.2.3", APP, SCOPES, true, List.of(), List.of(OWN, OWN, OWN), List.of());
    assertThat(check(inviting).sentence()).contains("unseen by the others there");
  }

  @Test
  void noDomainIsTrustedForNothing() {
    assertThat(check(manifest(APP, SCOPES, List.of("*.contoso.example"), OWN)).sentence())
        .contains("trusts domains that Holdfast does not use");
  }

  @Test
  void theLinksAreOnesOwn() {
    assertThat(check(manifest(APP, SCOPES, List.of(), "https://example.com/privacy")).sentence())
        .contains("points to example.com");
  }

  @Test
  void whereThereIsNothingToCompareItIsLeftOut() {
    assertThat(check(Optional.empty(), "other", APP).state()).isEqualTo(CheckStatus.SKIPPED);
    assertThat(check(AppManifest.ofTheJar(), "other", "").state()).isEqualTo(CheckStatus.SKIPPED);
  }

  @Test
  void aPackageThatTeamsRejectsIsBroken() {
    String rule = "supportsChannelFeatures must be tier1 because the app has the scope team.";
    AppManifest rejected =
        new AppManifest(
            "1.2.3", APP, SCOPES, false, List.of(), List.of(OWN, OWN, OWN), List.of(rule));

    CheckResult verdict = check(rejected);

    assertThat(verdict.state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(verdict.sentence())
        .isEqualTo("Teams rejects the package that was built with this jar. " + rule);
    assertThat(verdict.remedy().orElseThrow().command().orElseThrow())
        .startsWith("./mvnw package -DskipTests -Dmanifest.bot-id=" + APP);
  }

  private static AppManifest manifest(
      String bot, List<String> scopes, List<String> domains, String privacy) {
    return new AppManifest(
        "1.2.3", bot, scopes, false, domains, List.of(OWN, privacy, OWN), List.of());
  }

  private static CheckResult check(AppManifest manifest) {
    return check(Optional.of(manifest), "other", APP);
  }

  private static CheckResult check(Optional<AppManifest> manifest, String profile, String app) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setActiveProfiles(profile);
    TeamsProperties properties = Fixtures.with(app.isEmpty() ? Map.of() : Map.of("app-id", app));
    return new AppPackageCheck(manifest, environment, properties).check();
  }
}
