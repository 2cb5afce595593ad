package dev.holdfast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether the tenant knows Holdfast as a management application (facts 1.1). */
class RegistrationRuleTests {

  private final Tenant tenant = new Tenant();

  @AfterEach
  void close() {
    tenant.close();
  }

  private HttpResponse<String> registration() {
    String path =
        "/providers/Microsoft.BusinessAppPlatform/adminApplications/c11e?api-version=2020-10-01";
    return tenant.send(
        HttpRequest.newBuilder(tenant.base().resolve(path)).header("Authorization", "Bearer x"));
  }

  @Test
  void isThereFromTheBeginning() {
    assertThat(registration().statusCode()).isEqualTo(200);
    assertThat(registration().body()).contains("c11e");
  }

  @Test
  void canBeTakenAway() {
    tenant.unregister();
    assertThat(registration().statusCode()).isEqualTo(403);
    assertThat(registration().body()).contains("Forbidden", "does not have permission");
  }
}
