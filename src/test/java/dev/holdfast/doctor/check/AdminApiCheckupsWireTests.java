package dev.holdfast.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.AccessTokenProvider;
import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.bap.BapClients;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.doctor.CheckResult;
import dev.holdfast.doctor.CheckStatus;
import dev.holdfast.doctor.DoctorCheck;
import dev.holdfast.doctor.EndpointProbe;
import dev.holdfast.doctor.Remedy;
import dev.holdfast.testing.PlatformSettings;
import dev.holdfast.testing.ScriptedAdminApi;
import dev.holdfast.testing.ScriptedServer;
import dev.holdfast.testing.ToldFinOps;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each of the checks of the admin API against a service that says no, over HTTP. */
class AdminApiCheckupsWireTests {

  private static final String CLIENT = "00000000-0000-0000-0000-000000000042";
  private static final String REGISTER = "New-PowerAppManagementApp -ApplicationId " + CLIENT;

  private final ScriptedServer server = new ScriptedServer();
  private final Clock clock = Clock.systemUTC();
  private final AdminApiProperties platform = platform(Map.of());
  private final AdminApi api = BapClients.over(server.base(), clock);
  private final AdminApiRemedies remedies = new AdminApiRemedies(platform);
  private final SampleEnvironment sample = new SampleEnvironment();
  private final EnvironmentsCheck environments = new EnvironmentsCheck(() -> api, sample, remedies);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void environmentsAreCountedAndTheUnifiedOnesAmongThem() {
    server.answers(200, "environments-list.json");

    CheckResult verdict = environments.check();

    assertThat(verdict.state()).isEqualTo(CheckStatus.OK);
    assertThat(verdict.sentence()).matches("\\d+ are listed, \\d+ of them unified, in \\d+ ms\\.");
    assertThat(server.asked().get(0).header("Authorization")).isEqualTo("Bearer test");
  }

  @Test
  void rowsThatCannotBeReadAreAWarning() {
    server.answers(200, "environments-with-odd-ones.json");

    CheckResult verdict = environments.check();

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence()).startsWith("4 are listed").contains("5 couldn't be read");

    listed();
    server.answers(200, "backups-in-odd-shapes.json");
    CheckResult backups = new BackupsCheck(() -> api, sample, remedies).check();
    assertThat(backups.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(backups.sentence()).contains("couldn't be read");
  }

  @Test
  void anEmptyListIsARoleThatIsMissing() {
    server.answers(200, Map.of(), "{\"value\":[]}".getBytes(StandardCharsets.UTF_8));

    assertBroken(environments, "The list is empty.", REGISTER);
  }

  @Test
  void aServicePrincipalThatIsNotRegisteredGetsTheCommandThatRegistersIt() {
    server.answers(403, "error-403-not-registered.json");

    assertBroken(environments, "403", REGISTER);
  }

  @Test
  void withTheDocumentedApiARoleIsGivenInstead() {
    server.answers(403, "error-403-Forbidden.json");
    AdminApiRemedies ofPpapi = new AdminApiRemedies(platform(Map.of("api", "ppapi")));

    assertBroken(
        new EnvironmentsCheck(() -> api, sample, ofPpapi), "403", "Power Platform Contributor");
  }

  @Test
  void aTokenThatIsNotTakenPointsToAudienceAndTenant() {
    server.answers(401).answers(401);

    assertBroken(environments, "401", "holdfast.admin-api.audience");
  }

  @Test
  void anAnswerOfSomebodyElsePointsToTheAddress() {
    server.answers(200, Map.of(), "<html>".getBytes(StandardCharsets.UTF_8));

    assertBroken(environments, "not JSON", "holdfast.admin-api.base-url");
  }

  @Test
  void tooManyCallsNeedNoMending() {
    server.answers(429, Map.of("Retry-After", "3600"));

    assertThat(environments.check().state()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void aRoleThatSeesTheListAndNoEnvironmentIsNotEnough() {
    listed();
    server.answers(404, "error-404-EnvironmentNotFound.json");

    assertBroken(new RoleCheck(() -> api, sample, remedies), "404 EnvironmentNotFound", REGISTER);
  }

  @Test
  void oneEnvironmentIsReadAndItsOperationsAndBackupsAreListed() {
    listed();
    server.answers(200, "environment-managed-sandbox.json");
    assertThat(new RoleCheck(() -> api, sample, remedies).check().state())
        .isEqualTo(CheckStatus.OK);
    server.answers(200, "operations-list.json");
    CheckResult operations = new OperationsCheck(() -> api, sample, remedies).check();
    assertThat(operations.state()).as("some of them can't be read").isEqualTo(CheckStatus.WARNING);
    assertThat(operations.sentence()).contains("couldn't be read");
    server.answers(200, "backups-list.synthetic.json");
    assertThat(new BackupsCheck(() -> api, sample, remedies).check().state())
        .isEqualTo(CheckStatus.OK);

    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::method)
        .as("it looks and changes nothing")
        .containsOnly("GET");
  }

  @Test
  void operationsThatCannotBeListedAreBroken() {
    listed();
    server.answers(403, "error-403-Forbidden.json");

    assertBroken(new OperationsCheck(() -> api, sample, remedies), "list the operations", REGISTER);
  }

  @Test
  void backupsThatCannotBeListedAreBroken() {
    listed();
    server.answers(403, "error-403-Forbidden.json");

    assertBroken(new BackupsCheck(() -> api, sample, remedies), "list the backups", REGISTER);
  }

  @Test
  void aDataverseThatDoesNotTellTheKindIsOnlyAWarning() {
    sample.chooseFrom(new ScriptedAdminApi().environments()); // unified, and without an address

    CheckResult verdict = new DataverseCheck(() -> api, ToldFinOps::new, sample, remedies).check();

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
    assertThat(verdict.sentence()).contains("does not tell of which kind");
    assertThat(verdict.remedy().orElseThrow().words())
        .contains("Application users", CLIENT, "System Administrator");
  }

  @Test
  void whereThePowerPlatformApiTellsTheKindDataverseIsNotNeeded() {
    sample.chooseFrom(new ScriptedAdminApi().environments());
    ToldFinOps finOps = new ToldFinOps();
    finOps.properties.put(
        sample.get().id(),
        new FinOpsAnswer.Known<>(
            new FinOpsProperties("UnifiedSandbox", Optional.empty(), Optional.empty(), 0)));

    CheckResult verdict = new DataverseCheck(() -> api, () -> finOps, sample, remedies).check();

    assertThat(verdict.state()).isEqualTo(CheckStatus.OK);
    assertThat(verdict.sentence()).contains("the Power Platform API tells of which kind");
  }

  @Test
  void aPowerPlatformApiThatSaysUnknownDoesNotTellTheKind() {
    sample.chooseFrom(new ScriptedAdminApi().environments());
    ToldFinOps finOps = new ToldFinOps();
    finOps.properties.put(
        sample.get().id(),
        new FinOpsAnswer.Known<>(
            new FinOpsProperties("Unknown", Optional.empty(), Optional.empty(), 0)));

    CheckResult verdict = new DataverseCheck(() -> api, () -> finOps, sample, remedies).check();

    assertThat(verdict.state()).isEqualTo(CheckStatus.WARNING);
  }

  @Test
  void aRegistrationThatIsMissingGetsTheCommand() {
    server.answers(404);

    assertBroken(new RegistrationCheck(() -> api, only(), remedies), "no management app", REGISTER);
  }

  @Test
  void aRegistrationThatIsThere() {
    server.answers(
        200,
        Map.of(),
        "{\"applicationId\":\"%s\"}".formatted(CLIENT).getBytes(StandardCharsets.UTF_8));

    assertThat(new RegistrationCheck(() -> api, only(), remedies).check())
        .isEqualTo(CheckResult.ok("Application " + CLIENT + " is a management application."));
  }

  @Test
  void aSecretThatIsWrongGetsTheCommandThatMakesANewOne() {
    Answer answer =
        new Answer(
            0,
            Optional.of("AADSTS7000215"),
            Optional.empty(),
            Optional.of("c0ffee"),
            Optional.empty());
    DoctorCheck token =
        token(
            audience -> {
              throw new AdminApiException(Kind.UNAUTHORIZED, "The secret is wrong.", answer);
            });

    assertBroken(
        token,
        "The secret is wrong. (correlation id c0ffee)",
        "az ad app credential reset --append --id " + CLIENT);
  }

  @Test
  void aTokenIsHadForTheAudienceAndNeverShown() {
    CheckResult verdict = token(audience -> "s3cret").check();

    assertThat(verdict).isEqualTo(CheckResult.ok("There is one for " + platform.audience() + "."));
  }

  @Test
  void aClockThatIsWrongIsSeenFromTheServicesOwn() {
    server.answers(401).answers(401).answers(401);

    assertThat(clockAheadBy(Duration.ZERO).state()).isEqualTo(CheckStatus.OK);
    assertThat(clockAheadBy(Duration.ofMinutes(2)))
        .extracting(CheckResult::state, CheckResult::sentence)
        .satisfies(
            seen -> {
              assertThat(seen.get(0)).isEqualTo(CheckStatus.WARNING);
              assertThat(seen.get(1).toString())
                  .matches("This machine is 1[12]\\d seconds ahead of the service\\.");
            });
    assertThat(clockAheadBy(Duration.ofMinutes(-10)).sentence())
        .contains("seconds behind the service. Tokens are refused for that.");
  }

  @Test
  void theAddressOfTheAdminApiIsKnockedAt() {
    server.answers(404);

    assertThat(new AdminApiAddressCheck(new EndpointProbe(), platform).check().state())
        .isEqualTo(CheckStatus.OK);
  }

  @Test
  void whereTokensAreGivenOutIsKnockedAtIfThereIsACredentialForThere() {
    server.answers(200);
    Map<String, String> secret =
        Map.of(
            "login-url",
            server.base().toString(),
            "tenant-id",
            CLIENT,
            "credential.client-secret",
            "s3cret");

    assertThat(signIn(secret).sentence()).startsWith(server.base() + " answers in");
    assertThat(signIn(Map.of("credential.managed-identity", "system")).sentence())
        .startsWith("Not needed: this machine");
    assertThat(signIn(Map.of()).sentence()).startsWith("Not needed");
    assertThat(server.asked()).hasSize(1);
  }

  private CheckResult signIn(Map<String, String> more) {
    return new SignInAddressCheck(new EndpointProbe(), PlatformSettings.signIn(settings(more)))
        .check();
  }

  private CheckResult clockAheadBy(Duration ahead) {
    return new ClockCheck(new EndpointProbe(), platform, Clock.offset(clock, ahead)).check();
  }

  private DoctorCheck token(AccessTokenProvider tokens) {
    return new TokenCheck(() -> tokens, platform, remedies);
  }

  private void listed() {
    server.answers(200, "environments-list.json");
    assertThat(environments.check().state()).isEqualTo(CheckStatus.OK);
  }

  private static void assertBroken(DoctorCheck checkup, String sentence, String remedy) {
    CheckResult verdict = checkup.check();
    assertThat(verdict.state()).isEqualTo(CheckStatus.BROKEN);
    assertThat(verdict.sentence()).contains(sentence);
    Remedy mends = verdict.remedy().orElseThrow();
    assertThat(mends.words() + " " + mends.command().orElse("")).contains(remedy);
  }

  private AdminApiProperties platform(Map<String, String> more) {
    return PlatformSettings.with(settings(more));
  }

  private AdminApiEndpoints only() {
    return PlatformSettings.endpoints(settings(Map.of("api", "bap")));
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("base-url", server.base().toString());
    settings.put("audience", "https://service.powerapps.com/");
    settings.put("client-id", CLIENT);
    settings.putAll(more);
    return settings;
  }
}
