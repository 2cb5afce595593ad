package dev.holdfast.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.simulator.Tenant;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service says no, before anything begins. */
class SimulatedErrorTests {

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  private AdminApiException refused(RestoreOrder order) {
    AdminApiException e =
        catchThrowableOfType(AdminApiException.class, () -> tenant.api.restore(order));
    assertThat(e).isNotNull();
    assertThat(e.refused()).isTrue();
    return e;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Contoso UAT|Contoso Production|type Production",
        "Contoso Sales|Contoso (default)|type Default",
        "Contoso Sales|Contoso Trial|type SubscriptionBasedTrial",
        "Contoso Sales|Contoso Lab|type Elastic",
        "Contoso Sales|Adele Vance's Environment|type Developer",
        "Contoso UAT|Contoso US UAT|same region",
        "Contoso UAT|Contoso Training|Managed Environment",
        "Contoso Sales|Contoso UAT|Managed Environment",
        "Contoso UAT|Contoso Payroll|customer-managed key",
        "Contoso LCS DevBox|Contoso Dev|LCS cloud-hosted",
        "Contoso Dev|Contoso UAT|unified developer environment"
      })
  void whenTheTargetIsNotLegal(String source, String target, String reason) {
    AdminApiException e = refused(tenant.restore(source, target));
    assertThat(e.kind()).isEqualTo(Kind.INVALID);
    assertThat(e).hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "Contoso Production, Contoso UAT",
    "Contoso Production, Contoso Dev",
    "Contoso UAT, Contoso Dev",
    "Contoso UAT, Contoso Test",
    "Contoso UAT, Contoso UAT",
    "Contoso LCS Sandbox, Contoso Dev",
    "Contoso LCS Sandbox, Contoso UAT",
    "Contoso Sales, Contoso Training",
    "Adele Vance's Environment, Adele Vance's Environment"
  })
  void notWhenItIs(String source, String target) {
    assertThat(tenant.api.restore(tenant.restore(source, target)).operation()).isPresent();
  }

  @Test
  void whenThereIsNoCapacity() {
    AdminApiException e = refused(tenant.restore("Contoso UAT", "Contoso Archive"));
    assertThat(e.kind()).isEqualTo(Kind.NO_CAPACITY);
    assertThat(e.answer().code()).contains("InsufficientCapacity_StorageDriven");
  }

  @Test
  void whenAnOperationRunsAlready() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    tenant.api.restore(order);
    AdminApiException e = refused(order);
    assertThat(e.kind()).isEqualTo(Kind.BUSY);
    assertThat(e.answer().code()).contains("OperationNotStartable");
    assertThat(refused(tenant.restore("Contoso UAT", "Contoso Build")).kind()).isEqualTo(Kind.BUSY);
    assertThat(refused(tenant.restore("Contoso Build", "Contoso Broken")).kind())
        .isEqualTo(Kind.BUSY);
  }

  @Test
  void whenThereIsNoSuchEnvironment() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    String nowhere = "00000000-0000-0000-0000-000000000000";
    assertThat(refused(from(nowhere, order)).kind()).isEqualTo(Kind.NOT_FOUND);
    AdminApiException e =
        catchThrowableOfType(AdminApiException.class, () -> tenant.api.environment(nowhere));
    assertThat(e.answer().code()).contains("EnvironmentNotFound");
  }

  private static RestoreOrder from(String source, RestoreOrder order) {
    return new RestoreOrder(
        source, order.targetId(), order.targetName(), order.point(), true, Optional.empty());
  }

  @Test
  void whenThePointIsOutsideOfTheWindow() {
    Instant now = tenant.clock.instant();
    for (Instant point : new Instant[] {now.minus(Duration.ofDays(8)), now.plusSeconds(60)}) {
      RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
      assertThat(
              refused(
                  new RestoreOrder(
                      order.sourceId(),
                      order.targetId(),
                      order.targetName(),
                      point,
                      true,
                      Optional.empty())))
          .hasMessageContaining("retention window");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Contoso (default)", "Contoso Trial"})
  void whenABackupCannotBeMade(String name) {
    BackupOrder order = new BackupOrder(tenant.named(name).id(), "mine", "");
    AdminApiException e =
        catchThrowableOfType(AdminApiException.class, () -> tenant.api.createBackup(order));
    assertThat(e.kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void whenTheTokenIsMissing() {
    String list =
        "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=1";
    var answer = tenant.send(HttpRequest.newBuilder(tenant.base().resolve(list)));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("x-ms-correlation-id")).isPresent();
  }

  @Test
  void whenAFieldIsMissingOrNoDate() {
    assertThat(restoreWith("{}")).contains("SourceEnvironmentId is required");
    String source = tenant.named("Contoso UAT").id();
    assertThat(
            restoreWith(
                "{\"sourceEnvironmentId\":\"%s\",\"restorePointDateTime\":\"soon\"}"
                    .formatted(source)))
        .contains("is not a date");
    assertThat(restoreWith("{")).contains("not JSON");
  }

  private String restoreWith(String body) {
    String path =
        "/providers/Microsoft.BusinessAppPlatform/environments/%s/restoreTo?api-version=2019-05-01"
            .formatted(tenant.named("Contoso Dev").id());
    return tenant
        .send(
            HttpRequest.newBuilder(tenant.base().resolve(path))
                .header("Authorization", "Bearer x")
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .body();
  }
}
