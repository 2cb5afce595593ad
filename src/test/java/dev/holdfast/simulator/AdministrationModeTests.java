package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

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
    String path =
        "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/%s?api-version=2021-04-01"
            .formatted(tenant.named("Contoso Dev").id());
    String body = "{\"properties\":{\"states\":{\"runtime\":{\"id\":\"%s\"}}}}".formatted(state);
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
  void hasTwoStatesOnly() {
    assertThat(patch("Sideways")).isEqualTo(400);
  }
}
