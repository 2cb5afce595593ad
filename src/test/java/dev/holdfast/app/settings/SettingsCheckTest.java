package dev.holdfast.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settings.InvalidSettingsException;
import dev.holdfast.settings.SettingProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Each setting that would not apply, or makes no sense, keeps Holdfast from starting. */
class SettingsCheckTest {

  private static final String MEGAN = "00000000-0000-0000-0000-000000000021";
  private static final Map<String, Object> POLICY = Map.of("holdfast.policy[0].approvers", MEGAN);

  @Test
  void nothingIsWrongWithAPolicyAlone() {
    assertThat(problems(Map.of(), Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "holdfast.admin-api.pol-interval, holdfast.admin-api.poll-interval",
    "holdfast.admin-api.timeout.read, holdfast.admin-api.timeouts.read",
    "holdfast.teams.poll-interval, holdfast.admin-api.poll-interval",
    "holdfast.policy[0].safety-bakcup, holdfast.policy[0].safety-backup",
    "holdfast.policies[0].approvals, holdfast.policy[0].approvals",
    "holdfast.notice.approvers-channel, holdfast.notifications.approvers-channel",
    "holdfast.teams.credential.client-secrets, holdfast.teams.credential.client-secret",
    "holdfast.doctor.timelimits, holdfast.doctor.time-limit",
  })
  void aTypoIsRefusedWithTheNearestName(String typo, String meant) {
    assertThat(problems(Map.of(typo, "x"), Map.of()))
        .anySatisfy(
            problem -> {
              assertThat(problem.setting()).isEqualTo(typo);
              assertThat(problem.fix()).isEqualTo("Did you mean " + meant + "?");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDFAST_ADMINAPI_POLINTERVAL, HOLDFAST_ADMINAPI_POLLINTERVAL",
    "HOLDFAST_POLICY_0_APPROVRS_0, HOLDFAST_POLICY_0_APPROVERS_0",
    "HOLDFAST_POLICY_0_APROVALS, HOLDFAST_POLICY_0_APPROVALS",
    "HOLDFAST_SIMULTOR_PORT, HOLDFAST_SIMULATOR_PORT",
    "HOLDFAST_TEAMS_CREDENTIAL_CLIENTSECRETT, HOLDFAST_TEAMS_CREDENTIAL_CLIENTSECRET",
  })
  void aTypoInAnEnvironmentVariableIsRefusedToo(String typo, String meant) {
    assertThat(problems(Map.of(), Map.of(typo, "hunter2")))
        .anySatisfy(
            problem -> {
              assertThat(problem.setting()).isEqualTo(typo);
              assertThat(problem.fix()).isEqualTo("Did you mean " + meant + "?");
              assertThat(problem.line()).doesNotContain("hunter2");
            });
  }

  @Test
  void aNameThatIsLikeNoOtherIsRefusedWithoutAGuess() {
    assertThat(problems(Map.of("holdfast.zzzzzzzzzzzz", "1"), Map.of()))
        .singleElement()
        .extracting(SettingProblem::fix)
        .isEqualTo("Remove it; src/docs/CONFIGURATION.md lists all settings.");
  }

  @Test
  void environmentVariablesInBothSpellingsAreKnown() {
    assertThat(
            problems(
                Map.of(),
                Map.of(
                    "HOLDFAST_ADMINAPI_POLLINTERVAL", "20s",
                    "HOLDFAST_ADMIN_API_CATALOG_TTL", "20s",
                    "HOLDFAST_ADMINAPI_TIMEOUTS_READ", "20s",
                    "HOLDFAST_POLICY_0_APPROVERS_0", MEGAN,
                    "HOLDFAST_POLICY_0_SAFETYBACKUP", "optional",
                    "HOLDFAST_POLICY_0_REQUESTERS", "*",
                    "HOLDFAST_TEAMS_SERVICEHOSTS", "a.example,b.example",
                    "HOLDFAST_TEAMS_ALLOWEDTENANTS_0", MEGAN,
                    "HOLDFAST_TEAMS_CREDENTIAL_CLIENTSECRET", "")))
        .isEmpty();
  }

  @Test
  void otherSpellingsOfAKnownNameAreKnown() {
    assertThat(
            problems(
                Map.of(
                    "holdfast.admin-api.pollInterval", "20s",
                    "holdfast.admin-api.catalog_ttl", "20s",
                    "holdfast.teams", ""),
                Map.of()))
        .isEmpty();
  }

  @Test
  void whatKubernetesAnnouncesOfAServiceIsNoSetting() {
    assertThat(
            problems(
                Map.of(),
                Map.of(
                    "HOLDFAST_SERVICE_HOST", "10.0.0.7",
                    "HOLDFAST_SERVICE_PORT", "3978",
                    "HOLDFAST_SERVICE_PORT_HTTP", "3978",
                    "HOLDFAST_PORT", "tcp://10.0.0.7:3978",
                    "HOLDFAST_PORT_3978_TCP", "tcp://10.0.0.7:3978",
                    "HOLDFAST_PORT_3978_TCP_PROTO", "tcp",
                    "HOLDFAST_PORT_3978_TCP_PORT", "3978",
                    "HOLDFAST_POSTGRES_PORT_5432_TCP_ADDR", "10.0.0.8")))
        .isEmpty();
  }

  @Test
  void aListWithAGapIsRefused() {
    assertThat(problems(Map.of("holdfast.policy[2].approvers", MEGAN), Map.of()))
        .extracting(SettingProblem::line)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("holdfast.policy[2]: it is set without holdfast.policy[1]"));
    assertThat(
            problems(
                Map.of(),
                Map.of(
                    "HOLDFAST_POLICY_0_APPROVERS_0",
                    MEGAN,
                    "HOLDFAST_POLICY_0_APPROVERS_2",
                    MEGAN)))
        .extracting(SettingProblem::line)
        .anySatisfy(
            line -> assertThat(line).contains("approvers[2]: it is set without", "approvers[1]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "-1s", "0", "99999d"})
  void noDurationIsZeroOrNegativeOrEndless(String value) {
    Map<String, Object> all =
        KnownSettingsTest.known().names().stream()
            .map(name -> name.replace("[n]", "[0]"))
            .filter(SettingsCheckTest::isDuration)
            .collect(Collectors.toMap(name -> name, name -> value));
    if (value.startsWith("0")) {
      all.remove("holdfast.admin-api.timeouts.retry"); // zero: once only
    }

    assertThat(problems(all, Map.of()))
        .extracting(SettingProblem::setting)
        .containsAll(all.keySet())
        .hasSizeGreaterThan(20);
  }

  private static boolean isDuration(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return List.of("retry", "read", "connect").contains(last)
        || last.matches(".*(-within|-after|-interval|-timeout|-ttl|-grace|-limit|-max-age)")
            && !last.equals("body-limit");
  }

  @Test
  void aValueThatIsNoneIsRefusedWithThoseThatThereAre() {
    assertThat(
            problems(
                Map.of(
                    "holdfast.admin-api.api", "moon",
                    "holdfast.policy[0].safety-backup", "yes",
                    "holdfast.admin-api.poll-interval", "often",
                    "holdfast.doctor.time-limit", "often",
                    "holdfast.simulator.port", "hunter2",
                    "holdfast.teams.body-limit", "3GB",
                    "holdfast.teams.targeted-messages", "perhaps"),
                Map.of()))
        .extracting(problem -> problem.setting() + ": " + problem.what().replaceAll(" \\(.*", ""))
        .contains(
            "holdfast.admin-api.api: must be one of bap, ppapi, both",
            "holdfast.policy[0].safety-backup: must be one of required, optional, none",
            "holdfast.admin-api.poll-interval: must be a duration such as 30s, 15m, or 24h",
            "holdfast.doctor.time-limit: must be a duration such as 30s, 15m, or 24h",
            "holdfast.simulator.port: must be a whole number",
            "holdfast.teams.body-limit: must be between 1KB and 100MB",
            "holdfast.teams.targeted-messages: must be true or false");
  }

  @Test
  void twoCredentialsAreNamedWithWhereTheyAreSet() {
    assertThat(
            problems(
                Map.of("holdfast.admin-api.credential.client-secret", "hunter2"),
                Map.of("HOLDFAST_ADMINAPI_CREDENTIAL_CERTIFICATE", "/x")))
        .extracting(SettingProblem::line)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("holdfast.admin-api.credential: set exactly one of")
                    .contains("now there are client-secret and certificate")
                    .contains("HOLDFAST_ADMINAPI_CREDENTIAL_CERTIFICATE")
                    .contains("holdfast.admin-api.credential.client-secret")
                    .doesNotContain("hunter2"));
  }

  @Test
  void allProblemsAreReportedTogetherEachOnce() {
    List<SettingProblem> problems =
        problems(
            Map.of(
                "holdfast.admin-api.pol-interval", "x",
                "holdfast.teams.cloud", "moon",
                "holdfast.notifications.retry-after", "0s",
                "holdfast.admin-api.base-url", "http://elsewhere.example"),
            Map.of("HOLDFAST_DOCTOR_TIMELIMIT", "-1s"));

    assertThat(problems)
        .extracting(SettingProblem::setting)
        .containsExactlyInAnyOrder(
            "holdfast.admin-api.pol-interval",
            "holdfast.teams.cloud",
            "holdfast.notifications.retry-after",
            "holdfast.admin-api.base-url",
            "holdfast.doctor.time-limit");
  }

  private static List<SettingProblem> problems(
      Map<String, Object> settings, Map<String, Object> variables) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    if (variables.keySet().stream()
        .noneMatch(name -> name.startsWith("HOLDFAST_POLICY_0_APPROVERS"))) {
      POLICY.forEach(all::putIfAbsent);
    }
    Throwable[] failure = new Throwable[1];
    new ApplicationContextRunner()
        .withInitializer(
            context -> {
              var sources = context.getEnvironment().getPropertySources();
              sources.addFirst(new MapPropertySource("the test", all));
              sources.addFirst(
                  new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
            })
        .withUserConfiguration(Scanned.class, Check.class)
        .run(context -> failure[0] = context.getStartupFailure());
    if (failure[0] == null) {
      return List.of();
    }
    assertThat(failure[0]).isInstanceOf(InvalidSettingsException.class);
    return ((InvalidSettingsException) failure[0]).problems();
  }

  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan("dev.holdfast")
  static class Scanned {}

  @Configuration(proxyBeanMethods = false)
  static class Check {

    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
      return new SettingsCheck(environment);
    }
  }
}
