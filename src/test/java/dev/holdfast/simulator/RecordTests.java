package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.BackupOrder;
import dev.holdfast.adminapi.RestoreOrder;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code GET /simulator/record}: every order is counted, taken or refused. */
class RecordTests {

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void beginsEmpty() {
    assertThat(tenant.orders()).isEmpty();
  }

  @Test
  void countsWhatWasTakenAndWhatWasRefused() {
    RestoreOrder order = tenant.restore("Contoso UAT", "Contoso Dev");
    tenant.api.restore(order);
    assertThatThrownBy(() -> tenant.api.restore(order)).isInstanceOf(AdminApiException.class);
    JsonNode orders = tenant.orders();
    assertThat(orders).hasSize(2);
    JsonNode taken = orders.get(0);
    assertThat(taken.path("kind").asString()).isEqualTo("restore");
    assertThat(taken.path("environment").asString()).isEqualTo(order.targetId());
    assertThat(taken.path("accepted").asBoolean()).isTrue();
    assertThat(taken.path("status").asInt()).isEqualTo(202);
    assertThat(taken.path("operation").asString())
        .isEqualTo(tenant.api.operations(order.targetId()).get(0).id());
    assertThat(taken.path("body").path("RestorePointDateTime").asString())
        .isEqualTo("2026-11-19 10:00:00");
    JsonNode refused = orders.get(1);
    assertThat(refused.path("accepted").asBoolean()).isFalse();
    assertThat(refused.path("code").asString()).isEqualTo("OperationNotStartable");
    assertThat(refused.has("operation")).isFalse();
  }

  @Test
  void countsBackupsWhichAreThereAtOnce() {
    String uat = tenant.named("Contoso UAT").id();
    tenant.api.createBackup(new BackupOrder(uat, "before upgrade", "asked for by Işıl"));
    assertThat(tenant.orders().get(0).path("kind").asString()).isEqualTo("backup");
    Backup newest = tenant.api.backups(uat).get(0);
    assertThat(newest.label()).isEqualTo("before upgrade");
    assertThat(newest.notes()).contains("asked for by Işıl");
    assertThat(newest.point()).isEqualTo(tenant.clock.instant());
    assertThat(newest.expires()).contains(tenant.clock.instant().plus(Duration.ofDays(7)));
  }

  @Test
  void beginsAnewAfterAReset() {
    tenant.api.restore(tenant.restore("Contoso UAT", "Contoso Dev"));
    tenant.send(
        HttpRequest.newBuilder(tenant.base().resolve("/simulator/reset"))
            .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(tenant.orders()).isEmpty();
    assertThat(tenant.named("Contoso Dev").managementState()).contains("Ready");
  }
}
