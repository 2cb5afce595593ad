package dev.holdfast.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.simulator.Tenant;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The PATCH that switches administration mode (facts 1.1). */
class AdministrationModeTests {

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  private int patch(String state) {
    return patch("{\"states\":{\"runtime\":{\"id\":\"%s\"}}}", state);
  }

  private int patch(String properties, String state) {
    String path =
        "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/%s?api-version=2021-04-01"
            .formatted(tenant.named("Contoso Dev").id());
    String body = "{\"properties\":%s}".formatted(properties.formatted(state));
    return tenant
        .send(
            HttpRequest.newBuilder(tenant.base().resolve(path))
                .header("Authorization", "Bearer x")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void isSwitchedByAnOperation() {
    assertThat(patch("AdminMode")).isEqualTo(202);
    assertThat(tenant.named("Contoso Dev").inAdministrationMode()).isFalse();
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(tenant.named("Contoso Dev").inAdministrationMode()).isTrue();
    assertThat(patch("Enabled")).isEqualTo(202);
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(tenant.named("Contoso Dev").inAdministrationMode()).isFalse();
  }

  @Test
  void waitsForWhatRunsAlready() {
    assertThat(patch("AdminMode")).isEqualTo(202);
    assertThat(patch("Enabled")).isEqualTo(409);
  }

  @Test
  void bringsBackgroundOperationsBackWhereTheyAreNamed() {
    String both =
        "{\"states\":{\"runtime\":{\"id\":\"%s\"}},"
            + "\"linkedEnvironmentMetadata\":{\"backgroundOperationsState\":\"Enabled\"}}";
    tenant.api.restore(tenant.restore("Contoso UAT", "Contoso Dev"));
    tenant.clock.advance(Duration.ofHours(2));
    assertThat(background()).isEqualTo("Disabled");
    assertThat(patch("Enabled")).isEqualTo(202);
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(background()).isEqualTo("Disabled");
    assertThat(patch(both, "Enabled")).isEqualTo(202);
    tenant.clock.advance(Duration.ofMinutes(3));
    assertThat(background()).isEqualTo("Enabled");
  }

  private String background() {
    String path =
        "/environmentmanagement/environments/%s?api-version=2024-10-01"
            .formatted(tenant.named("Contoso Dev").id());
    String body =
        tenant
            .send(
                HttpRequest.newBuilder(tenant.base().resolve(path))
                    .header("Authorization", "Bearer x"))
            .body();
    return SimulatorJson.MAPPER.readTree(body).path("backgroundOperationsState").asString();
  }

  @Test
  void hasTwoStatesOnly() {
    assertThat(patch("Sideways")).isEqualTo(400);
  }
}
