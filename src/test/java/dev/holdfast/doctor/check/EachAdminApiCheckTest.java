package dev.holdfast.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.testing.PlatformSettings;
import dev.holdfast.testing.ScriptedAdminApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EachAdminApiCheckTest {

  private static final String CLIENT = "00000000-0000-0000-0000-000000000042";

  private final ScriptedAdminApi bap = new ScriptedAdminApi();
  private final ScriptedAdminApi ppapi = new ScriptedAdminApi();

  /** Everything else goes to BAP. */
  private final AdminApi both =
      new ScriptedAdminApi() {
        @Override
        public AdminApi part(AdminApiFlavor flavor) {
          return flavor == AdminApiFlavor.BAP ? bap : ppapi;
        }
      };

  private CheckResult check(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("client-id", CLIENT));
    all.putAll(settings);
    AdminApiEndpoints endpoints = PlatformSettings.endpoints(all);
    return new EachAdminApiCheck(() -> both, endpoints).check();
  }

  private static void assertWarning(CheckResult found, String sentence, String remedy) {
    assertThat(found.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(found.sentence()).contains(sentence);
    assertThat(found.remedy().orElseThrow().toString()).contains(remedy);
  }

  @Test
  void bothAnswer() {
    assertThat(check(Map.of()))
        .isEqualTo(CheckResult.ok("BAP and the Power Platform API both list the environments."));
  }

  @Test
  void withoutARoleThePowerPlatformApiIsNamedWithTheRoleAndWhatIsMissing() {
    ppapi.down(refusal(Kind.FORBIDDEN));

    CheckResult found = check(Map.of());

    assertWarning(found, "Power Platform API: FORBIDDEN!", "Power Platform Contributor");
    assertThat(found.sentence())
        .contains("Holdfast works with BAP", "list of targets", "aren't asked");
  }

  @Test
  void withoutARegistrationBapIsNamedWithTheCommand() {
    bap.down(refusal(Kind.NOT_REGISTERED));

    CheckResult found = check(Map.of());

    assertWarning(found, "BAP: NOT_REGISTERED!", "New-PowerAppManagementApp -ApplicationId");
    assertThat(found.sentence()).contains("administration mode");
  }

  @Test
  void anEmptyListIsARoleThatIsMissing() {
    ppapi.environments.clear();

    assertWarning(check(Map.of()), "lists no environment", "Power Platform Contributor");
  }

  @Test
  void neitherAnswers() {
    bap.down(refusal(Kind.NOT_REGISTERED));
    ppapi.down(refusal(Kind.FORBIDDEN));

    assertThat(check(Map.of()).state()).isEqualTo(CheckStatus.BROKEN);
  }

  @Test
  void oneThatIsConfiguredAloneNeedsNoSecond() {
    bap.down(refusal(Kind.NOT_REGISTERED));

    assertThat(check(Map.of("api", "ppapi")).state()).isEqualTo(CheckStatus.OK);
    assertThat(check(Map.of("api", "bap")).state()).isEqualTo(CheckStatus.OK);
  }

  @Test
  void aCloudWithoutASecondOneIsNamed() {
    assertWarning(
        check(Map.of("endpoint", "preview")),
        "no Power Platform API",
        "holdfast.admin-api.power-platform-api.base-url");
  }

  private static Optional<AdminApiException> refusal(Kind kind) {
    return Optional.of(new AdminApiException(kind, kind + "!", AdminApiException.Answer.NONE));
  }
}
