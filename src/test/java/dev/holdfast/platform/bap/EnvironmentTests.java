package dev.holdfast.platform.bap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.platform.AdminApiException.Kind;
import dev.holdfast.platform.Environment;
import dev.holdfast.platform.Environment.Verdict;
import dev.holdfast.platform.EnvironmentType;
import dev.holdfast.platform.FinOpsLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One environment, read alone (facts 1.6). */
class EnvironmentTests extends WireTest {

  private Environment read(String file) {
    server.answers(200, file);
    return api.environment(ID);
  }

  @Test
  void isAskedForWithItsCapacity() {
    read("environment-managed-sandbox.json");
    assertThat(server.asked().get(0).target())
        .isEqualTo(
            "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/"
                + ID
                + "?api-version=2023-06-01&$expand=permissions,properties.capacity");
  }

  @Test
  void isReadWhole() {
    Environment environment = read("environment-managed-sandbox.json");
    assertThat(environment.id()).isEqualTo(ID);
    assertThat(environment.displayName()).isEqualTo("Example1");
    assertThat(environment.type()).isEqualTo(EnvironmentType.SANDBOX);
    assertThat(environment.region()).isEqualTo("europe");
    assertThat(environment.managed()).contains(true);
    assertThat(environment.customerKey()).contains(false);
    assertThat(environment.networkPolicy()).isEmpty();
    assertThat(environment.finOps()).isEqualTo(new FinOpsLink.None());
    assertThat(environment.dataverse())
        .contains(
            new Environment.Dataverse(
                "orgid",
                Optional.of("https://00000000-0000-0000-0000-000000000001.crm17.dynamics.com/"),
                Optional.of("9.2.23103.00196")));
    assertThat(environment.managementState()).contains("Ready");
    assertThat(environment.runtimeState()).contains("Enabled");
    assertThat(environment.createdBy()).contains("admin");
    assertThat(environment.createdAt()).contains(Instant.parse("2023-10-24T09:37:26.812473800Z"));
    assertThat(environment.modifiedAt()).contains(Instant.parse("2023-11-01T20:13:20.578143600Z"));
  }

  @Test
  void saysHowFarBackItCanBeRestored() {
    assertThat(read("environment-managed-sandbox.json").retention())
        .contains(
            new Environment.Retention(
                Optional.of(Duration.ofDays(7)),
                Optional.of(Instant.parse("2023-10-25T20:36:48.548081700Z"))));
  }

  @Test
  void saysWhatItConsumes() {
    assertThat(read("environment-finops-capacity.json").capacities())
        .contains(
            new Environment.Capacity("Database", 885.0391),
            new Environment.Capacity("FinOpsDatabase", 0))
        .hasSize(5);
  }

  @Test
  void isUnifiedWhenItsAppIsInternal() {
    Environment environment = read("environment-unified-adminmode.synthetic.json");
    assertThat(environment.finOps())
        .isEqualTo(
            new FinOpsLink.Unified(Optional.of("https://contoso-ude.operations.dynamics.com")));
    assertThat(environment.inAdministrationMode()).isTrue();
    assertThat(environment.managed()).contains(false);
    assertThat(environment.enforcement()).containsEntry("Restore", allowed());
  }

  @Test
  void isReadInOtherSpellingsToo() {
    Environment environment = read("environment-network-policy-in-capitals.json");
    assertThat(environment.networkPolicy()).contains("/policies/one");
    assertThat(environment.customerKey()).contains(true);
    assertThat(environment.type()).isEqualTo(EnvironmentType.TRIAL);
    assertThat(environment.finOps()).isInstanceOf(FinOpsLink.LcsLinked.class);
    assertThat(environment.managed()).isEmpty();
  }

  @Test
  void whatIsDisallowedStaysSo() {
    assertThat(read("environment-network-policy-in-capitals.json").enforcement())
        .containsEntry("Backup", allowed())
        .containsEntry(
            "Restore",
            new Verdict(
                false, Optional.of("Restore cannot be performed on environment of type Trial.")))
        .containsEntry("Copy", new Verdict(false, Optional.empty()));
  }

  private static Verdict allowed() {
    return new Verdict(true, Optional.empty());
  }

  /** The service would answer an empty id with the list of all. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "../x", "a/b", "~default", "a?b", "é"})
  void isNeverAskedForByWhatIsNoId(String id) {
    assertThat(failure(() -> api.environment(id)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void theDefaultEnvironmentHasAnIdOfItsOwnKind() {
    server.answers(200, "environment-managed-sandbox.json");
    assertThat(api.environment("Default-5ca1c616-6060-46ba-abc1-18d312f1cb3a")).isNotNull();
  }

  @Test
  void anAnswerWithoutAnEnvironmentIsNone() {
    server.answers(200, "environments-list.json");
    assertThat(failure(() -> api.environment(ID)).kind()).isEqualTo(Kind.GARBLED);
  }
}
