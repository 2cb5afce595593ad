package dev.holdfast.adminapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class RehearsalGateTest {

  private static final String HOST = "https://api.powerplatform.com";

  @ParameterizedTest
  @CsvSource({
    "GET, /environmentmanagement/environments/e-1/backups?api-version=1, true",
    "HEAD, /environmentmanagement/environments, true",
    "POST, /environmentmanagement/environments/e-1/restore?ValidateOnly=true&api-version=1, true",
    "POST, /environmentmanagement/environments/e-1/copy?ValidateOnly=true&api-version=1, true",
    "POST, /environmentmanagement/environments/e-1/restore?api-version=1, false",
    "POST, /environmentmanagement/environments/e-1/restore?ValidateOnly=false, false",
    "POST, /environmentmanagement/environments/e-1/restore?ValidateOnly=true&ValidateOnly=false,"
        + " false",
    "POST, /environmentmanagement/environments/e-1/restore?validateonly=true, false",
    "POST, /environmentmanagement/environments/e-1/restore?xValidateOnly=true, false",
    "POST, /environmentmanagement/environments/e-1/restore?x=ValidateOnly=true, false",
    "POST, /environmentmanagement/environments/e-1/restore, false",
    "POST, /environmentmanagement/environments/e-1/backups?ValidateOnly=true, false",
    "POST, /environmentmanagement/environments/e-1/x/restore?ValidateOnly=true, false",
    "POST, /providers/Microsoft.BusinessAppPlatform/environments/e-1/restoreTo?ValidateOnly=true,"
        + " false",
    "PATCH, /environmentmanagement/environments/e-1/restore?ValidateOnly=true, false",
    "PUT, /environmentmanagement/environments/e-1, false",
    "DELETE, /environmentmanagement/environments/e-1/backups/b-1, false",
    "OPTIONS, /environmentmanagement/environments, false"
  })
  void letsReadsAndValidationsOutAndNothingElse(String method, String path, boolean harmless) {
    assertThat(RehearsalGate.isHarmless(HttpMethod.valueOf(method), URI.create(HOST + path)))
        .isEqualTo(harmless);
  }
}
