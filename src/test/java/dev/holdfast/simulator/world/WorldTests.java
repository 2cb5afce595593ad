package dev.holdfast.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsDeployment;
import dev.holdfast.adminapi.FinOpsLink;
import dev.holdfast.simulator.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What there is to see before anybody does anything. */
class WorldTests {

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void hasEnvironmentsOfEveryKindOnMoreThanOnePage() {
    List<Environment> all = tenant.api.environments();
    assertThat(all).hasSize(31).extracting(Environment::id).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(Environment::type)
        .contains(
            EnvironmentType.PRODUCTION,
            EnvironmentType.SANDBOX,
            EnvironmentType.DEVELOPER,
            EnvironmentType.TRIAL,
            EnvironmentType.DEFAULT,
            EnvironmentType.UNKNOWN);
    assertThat(all).extracting(Environment::region).contains("europe", "unitedstates");
    assertThat(all)
        .extracting(Environment::managed)
        .contains(Optional.of(true), Optional.of(false));
    assertThat(all).extracting(Environment::customerKey).contains(Optional.of(true));
    assertThat(all)
        .extracting(environment -> environment.finOps().getClass().getSimpleName())
        .contains("None", "Unified", "LcsLinked");
  }

  @Test
  void tellsHowFinanceAndOperationsIsDeployed() {
    assertThat(deployment("Contoso Production")).contains("Production");
    assertThat(deployment("Contoso UAT")).contains("Sandbox");
    assertThat(deployment("Contoso Dev")).contains("OnlineDev");
    assertThat(deployment("Contoso Sales")).isEmpty();
    assertThat(deployment("Contoso LCS Sandbox")).isEmpty();
  }

  private Optional<String> deployment(String name) {
    return tenant.api.finOpsDeployment(tenant.named(name)).map(FinOpsDeployment::deploymentType);
  }

  @Test
  void showsCapacityAndTheServicesOwnWordOnlyOnOneReadAlone() {
    Environment listed = tenant.named("Contoso UAT");
    Environment alone = tenant.api.environment(listed.id());
    assertThat(listed.capacities()).isEmpty();
    assertThat(alone.capacities()).isNotEmpty();
    assertThat(alone.enforcement().get("Restore").allowed()).isTrue();
    Environment byDefault = tenant.api.environment(tenant.named("Contoso (default)").id());
    assertThat(byDefault.enforcement().get("Restore").reason())
        .contains("Restore cannot be performed on environment of type Default.");
  }

  @Test
  void tellsTheCloudHostedFromTheSandboxByItsAddress() {
    FinOpsLink link = tenant.named("Contoso LCS DevBox").finOps();
    assertThat(((FinOpsLink.LcsLinked) link).url().orElseThrow()).contains("axcloud");
  }

  @Test
  void hasBackupsFromBeforeItBegan() {
    List<Backup> backups = tenant.api.backups(tenant.named("Contoso Production").id());
    assertThat(backups)
        .extracting(Backup::label)
        .containsExactly("Before year-end closing", "Before 10.0.44", "Monthly");
    assertThat(backups.get(0).point())
        .isEqualTo(tenant.clock.instant().minus(Duration.ofHours(53)));
  }

  @Test
  void backupsExpire() {
    String uat = tenant.named("Contoso UAT").id();
    tenant.clock.advance(Duration.ofDays(4));
    assertThat(tenant.api.backups(uat))
        .extracting(Backup::label)
        .containsExactly("Golden configuration");
  }

  @Test
  void theBusyOneIsReadyAfterAWhile() {
    String build = tenant.named("Contoso Build").id();
    assertThat(tenant.api.environment(build).managementState()).contains("Running");
    assertThat(tenant.api.operations(build))
        .singleElement()
        .satisfies(operation -> assertThat(operation.type()).isEqualTo("Copy"));
    tenant.clock.advance(Duration.ofHours(9));
    assertThat(tenant.api.environment(build).managementState()).contains("Ready");
  }
}
