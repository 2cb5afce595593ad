package dev.holdfast.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.capacity.TenantCapacity;
import dev.holdfast.adminapi.capacity.TenantCapacity.Status;
import dev.holdfast.adminapi.capacity.client.TenantCapacityClients;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.finops.FinOpsEnvironmentState;
import dev.holdfast.adminapi.finops.FinOpsError;
import dev.holdfast.adminapi.finops.FinOpsProperties;
import dev.holdfast.adminapi.finops.client.FinOpsClients;
import dev.holdfast.simulator.Tenant;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Finance and operations in the simulated tenant, and an environment for each fault. */
class FinOpsWorldTests {

  private static final Duration A_RESTORE = Duration.ofHours(2);
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @AutoClose private final Tenant tenant = new Tenant();
  private final FinOpsApi finOps = FinOpsClients.over(tenant.base(), "ppapi", tenant.clock);

  private FinOpsProperties properties(String name) {
    return finOps.properties(tenant.named(name).id()).known().orElseThrow();
  }

  private String state(String name) {
    Environment environment = tenant.named(name);
    return finOps.state(environment).known().map(FinOpsEnvironmentState::state).orElseThrow();
  }

  private List<FinOpsError> errors(String name) {
    return finOps.errorsSince(tenant.named(name).id(), START).known().orElseThrow();
  }

  private OperationLocator restored(String source, String target) {
    OperationLocator operation =
        tenant.api.restore(tenant.restore(source, target)).operation().orElseThrow();
    tenant.clock.advance(A_RESTORE.plusSeconds(1));
    return operation;
  }

  @ParameterizedTest
  @CsvSource({
    "Contoso Production, UnifiedProduction",
    "Contoso UAT, UnifiedSandbox",
    "Contoso Dev, UnifiedDeveloper",
    "Contoso LCS Sandbox, LCSSandbox",
    "Contoso LCS DevBox, Unknown"
  })
  void theKindIsTold(String name, String kind) {
    assertThat(properties(name).deploymentType()).isEqualTo(kind);
  }

  @Test
  void whatHasNoAppsHasNoProperties() {
    none(finOps.properties(tenant.named("Contoso Sales").id()), FinOpsAnswer.Reason.NOT_THERE);
  }

  @Test
  void lifecycleServicesHaveWindowsAndVersionsOfTheirOwn() {
    String id = tenant.named("Contoso LCS Sandbox").id();
    none(finOps.maintenance(id), FinOpsAnswer.Reason.UNREADABLE);
    none(finOps.versions(id), FinOpsAnswer.Reason.NOT_THERE);
    assertThat(finOps.versions(tenant.named("Contoso UAT").id()).known().orElseThrow()).hasSize(2);
  }

  @Test
  void aRestoreIsServicedAndThenEnabledWithTheCodeOfItsSource() {
    assertThat(state("Northwind Older")).isEqualTo("Enabled");
    assertThat(properties("Northwind Older").applicationVersion()).contains("10.0.2263.28");
    tenant.api.restore(tenant.restore("Contoso UAT", "Northwind Older"));
    tenant.clock.advance(Duration.ofHours(1));
    assertThat(state("Northwind Older")).isEqualTo("Servicing");
    tenant.clock.advance(Duration.ofHours(2));
    assertThat(state("Northwind Older")).isEqualTo("Enabled");
    assertThat(properties("Northwind Older").applicationVersion()).contains("10.0.2345.77");
    assertThat(errors("Northwind Older")).isEmpty();
  }

  @Test
  void financeAndOperationsCanFail() {
    restored("Contoso UAT", "Northwind Failed");
    assertThat(state("Northwind Failed")).isEqualTo("Failed");
    assertThat(errors("Northwind Failed"))
        .extracting(FinOpsError::code, FinOpsError::failedAt)
        .containsExactly(tuple("FnOServicesNotStarted", Optional.of(START.plus(A_RESTORE))));
  }

  @Test
  void financeAndOperationsCanBeAnHourLate() {
    restored("Contoso UAT", "Northwind Late");
    assertThat(state("Northwind Late")).isEqualTo("Servicing");
    tenant.clock.advance(Duration.ofHours(1));
    assertThat(state("Northwind Late")).isEqualTo("Enabled");
    assertThat(errors("Northwind Late")).isEmpty();
  }

  @Test
  void thereCanBeAnErrorWithACode() {
    restored("Contoso UAT", "Northwind Errors");
    assertThat(state("Northwind Errors")).isEqualTo("Enabled");
    assertThat(errors("Northwind Errors"))
        .extracting(FinOpsError::code)
        .containsExactly("FnODatabaseSyncFailed");
    assertThat(
            finOps
                .errorsSince(
                    tenant.named("Northwind Errors").id(), START.plus(A_RESTORE).plusSeconds(1))
                .known()
                .orElseThrow())
        .isEmpty();
  }

  @Test
  void theVersionCanStayAnother() {
    restored("Contoso UAT", "Northwind Newer");
    assertThat(properties("Northwind Newer").applicationVersion()).contains("10.0.2645.136");
  }

  @Test
  void aMaintenanceWindowIsInTwoHours() {
    tenant.clock.advance(Duration.ofHours(13)); // Friday, 23:00
    assertThat(finOps.maintenance(tenant.named("Northwind Window").id()).known().orElseThrow())
        .extracting(window -> window.days().toString())
        .isEqualTo("[SATURDAY]");
    assertThat(finOps.maintenance(tenant.named("Contoso UAT").id()).known().orElseThrow().days())
        .extracting(Enum::name)
        .containsExactly("MONDAY");
  }

  @Test
  void actionsArePlanned() {
    assertThat(properties("Northwind Planned").scheduledActions()).isEqualTo(2);
    assertThat(properties("Contoso UAT").scheduledActions()).isZero();
  }

  @Test
  void theTenantCanBeFull() {
    assertThat(database().status()).isEqualTo(Status.AVAILABLE);
    assertThat(database().freeMegabytes()).contains(51_200.0);
    tenant.fill();
    assertThat(database().status()).isEqualTo(Status.NOT_AVAILABLE);
    assertThat(database().freeMegabytes()).contains(0.0);
    assertThat(database().measuredAt()).contains(START.minus(Duration.ofHours(6)));
  }

  private TenantCapacity.Line database() {
    return TenantCapacityClients.over(tenant.base(), "ppapi")
        .read()
        .known()
        .orElseThrow()
        .line("Database")
        .orElseThrow();
  }

  @Test
  void dataverseListsWhatHasOverwrittenIt() {
    OperationLocator operation = restored("Contoso UAT", "Contoso Dev");
    String path = "msprov_operationhistories";
    assertThat(dataverse("Contoso Dev", path).path("value")).hasSize(1);
    String id = operation.statusUrl().getPath().replaceAll(".*/", "");
    String filter = "?$filter=msprov_correlationid%20eq%20'" + id + "'";
    JsonNode row = dataverse("Contoso Dev", path + filter).path("value").get(0);
    assertThat(row.path("msprov_name").asString()).isEqualTo("Restore");
    assertThat(row.path("statecode").asInt()).isEqualTo(1);
    assertThat(row.path("statuscode@OData.Community.Display.V1.FormattedValue").asString())
        .isEqualTo("Succeeded");
    String other = path + "?$filter=msprov_correlationid%20eq%20'x'";
    assertThat(dataverse("Contoso Dev", other).path("value")).isEmpty();
    assertThat(dataverse("Contoso Dev", path + "(" + id + ")/msprov_logs/$value").has("error"))
        .isTrue();
  }

  private JsonNode dataverse(String name, String path) {
    String address = "/dataverse/%s/api/data/v9.0/%s".formatted(tenant.named(name).id(), path);
    return SimulatorJson.MAPPER.readTree(
        tenant
            .send(
                HttpRequest.newBuilder(tenant.base().resolve(address))
                    .header("Authorization", "Bearer x"))
            .body());
  }

  @Test
  void whoIsNotRegisteredIsToldNothing() {
    String id = tenant.named("Contoso UAT").id();
    tenant.unregister();
    none(finOps.properties(id), FinOpsAnswer.Reason.REFUSED);
  }

  private static void none(FinOpsAnswer<?> answer, FinOpsAnswer.Reason reason) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            FinOpsAnswer.Unavailable.class,
            none -> assertThat(none.reason()).as(none.why()).isEqualTo(reason));
  }
}
