package dev.holdfast.adminapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.adminapi.http.AdminApiHttpClients;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.vocabulary.UnknownWordListener;
import dev.holdfast.entra.RecordedLogin;
import dev.holdfast.testing.PlatformSettings;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.RestClient;

/**
 * The table of clouds, on what goes out: where the token is asked for, what for, and which host is
 * sent it.
 */
class CloudsTests {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";

  private final RecordedLogin login = new RecordedLogin();
  private final List<HttpRequest> sent = new ArrayList<>();

  @ParameterizedTest(name = "facts 1.7 | {0}: BAP at {1}, audience {2}, authority {3}")
  @CsvSource({
    "prod, api.bap.microsoft.com, https://service.powerapps.com/, login.microsoftonline.com",
    "preview, preview.api.bap.microsoft.com, https://service.powerapps.com/,"
        + " login.microsoftonline.com",
    "tip1, tip1.api.bap.microsoft.com, https://service.powerapps.com/, login.microsoftonline.com",
    "tip2, tip2.api.bap.microsoft.com, https://service.powerapps.com/, login.microsoftonline.com",
    "usgov, gov.api.bap.microsoft.us, https://gov.service.powerapps.us/, login.microsoftonline.com",
    "usgovhigh, high.api.bap.microsoft.us, https://high.service.powerapps.us/,"
        + " login.microsoftonline.us",
    "dod, api.bap.appsplatform.us, https://service.apps.appsplatform.us/, login.microsoftonline.us",
    "china, api.bap.partner.microsoftonline.cn, https://service.powerapps.cn/,"
        + " login.chinacloudapi.cn"
  })
  void bap(String endpoint, String host, String audience, String authority) {
    goesOut(Map.of("api", "bap", "endpoint", endpoint), host, authority, audience + "/.default");
  }

  @ParameterizedTest(name = "facts 1.7 | {0}: PPAPI at {1}, authority {2}")
  @CsvSource({
    "prod, api.powerplatform.com, login.microsoftonline.com",
    "usgov, api.gov.powerplatform.microsoft.us, login.microsoftonline.com",
    "usgovhigh, api.high.powerplatform.microsoft.us, login.microsoftonline.us",
    "dod, api.appsplatform.us, login.microsoftonline.us",
    "china, api.powerplatform.partner.microsoftonline.cn, login.chinacloudapi.cn"
  })
  void ppapi(String endpoint, String host, String authority) {
    goesOut(
        Map.of("api", "ppapi", "endpoint", endpoint),
        host,
        authority,
        "https://" + host + "/.default");
  }

  @ParameterizedTest(name = "facts 1.7 | {0} CONFLICT: the Terraform provider''s {1} by override")
  @CsvSource({
    "usgov, https://service.powerapps.us, gov.api.bap.microsoft.us, login.microsoftonline.com",
    "usgovhigh, https://high.service.apps.appsplatform.us, high.api.bap.microsoft.us,"
        + " login.microsoftonline.us"
  })
  void anAudienceThatTheToolsContradictEachOtherIn(
      String endpoint, String audience, String host, String authority) {
    goesOut(
        Map.of("endpoint", endpoint, "audience", audience),
        host,
        authority,
        audience + "/.default");
  }

  @Test
  @DisplayName("facts 1.7 | usgovhigh CONFLICT: the Terraform provider's PPAPI host by override")
  void aHostThatTheToolsContradictEachOtherIn() {
    goesOut(
        Map.of(
            "api", "ppapi",
            "endpoint", "usgovhigh",
            "base-url", "https://api.appsplatform.us",
            "audience", "https://api.appsplatform.us"),
        "api.appsplatform.us",
        "login.microsoftonline.us",
        "https://api.appsplatform.us/.default");
  }

  @ParameterizedTest(name = "facts 1.7 | {0} (Terraform only): every host and audience by override")
  @CsvSource({
    "ex, api.bap.eaglex.ic.gov, https://service.powerapps.eaglex.ic.gov,"
        + " login.microsoftonline.eaglex.ic.gov, api.powerplatform.eaglex.ic.gov",
    "rx, api.bap.microsoft.scloud, https://service.powerapps.microsoft.scloud,"
        + " login.microsoftonline.microsoft.scloud, api.powerplatform.microsoft.scloud"
  })
  void aCloudThatIsNotInTheTable(
      String name, String bapHost, String audience, String authority, String ppapiHost) {
    goesOut(
        Map.of(
            "base-url",
            "https://" + bapHost,
            "audience",
            audience,
            "login-url",
            "https://" + authority,
            "allowed-hosts",
            bapHost,
            "dataverse-hosts",
            "example.com"),
        bapHost,
        authority,
        audience + "/.default");
    goesOut(
        Map.of(
            "api", "ppapi",
            "base-url", "https://" + ppapiHost,
            "audience", "https://" + ppapiHost,
            "login-url", "https://" + authority,
            "allowed-hosts", ppapiHost),
        ppapiHost,
        authority,
        "https://" + ppapiHost + "/.default");
  }

  @ParameterizedTest(name = "facts 1.7 | {0}: no PPAPI host")
  @ValueSource(strings = {"preview", "tip1", "tip2"})
  void someHaveNoPowerPlatformApi(String endpoint) {
    AdminApiProperties properties =
        PlatformSettings.with(Map.of("api", "ppapi", "endpoint", endpoint));
    assertThat(properties.baseUrl()).isNull();
    assertThat(properties.audience()).isNull();
  }

  @ParameterizedTest(name = "facts 1.7 | {0}: its token stays in its cloud")
  @CsvSource({
    "prod, api.bap.microsoft.com, contoso.crm4.dynamics.com",
    "usgov, gov.api.bap.microsoft.us, contoso.crm9.dynamics.com",
    "usgovhigh, high.api.bap.microsoft.us, contoso.crm.microsoftdynamics.us",
    "dod, api.bap.appsplatform.us, contoso.crm.appsplatform.us",
    "china, api.bap.partner.microsoftonline.cn, contoso.crm.dynamics.cn"
  })
  void tokensStayInTheirCloud(String endpoint, String host, String organization) {
    AdminApiHttpClients clients = clients(Map.of("endpoint", endpoint));
    assertThat(clients.admin().trusts(URI.create("https://" + host + "/x"))).isTrue();
    assertThat(clients.admin().trusts(URI.create("https://europe." + host + "/x"))).isTrue();
    assertThat(clients.dataverse().trusts(URI.create("https://" + organization + "/x"))).isTrue();
    for (PowerPlatformCloud other : PowerPlatformCloud.values()) {
      URI elsewhere = other.baseUrl(AdminApiFlavor.BAP).orElseThrow();
      if (!elsewhere.getHost().endsWith(host)) {
        assertThat(clients.admin().trusts(elsewhere)).as("%s", elsewhere).isFalse();
        assertThatThrownBy(
                () -> clients.admin().read(HttpCall.read(elsewhere, "look"), URI.create("urn:x")))
            .isInstanceOf(AdminApiException.class);
      }
    }
    assertThat(login.addresses()).isEmpty();
    assertThat(sent).isEmpty();
  }

  private void goesOut(Map<String, String> settings, String host, String authority, String scope) {
    AdminApiProperties properties = PlatformSettings.with(settings);
    login.addresses().clear();
    sent.clear();
    clients(settings)
        .admin()
        .read(
            HttpCall.read(properties.baseUrl().resolve("/providers"), "look"),
            properties.audience());

    assertThat(login.addresses())
        .as("one request to the authority, none to anybody else")
        .containsExactly(URI.create("https://" + authority + "/" + TENANT + "/oauth2/v2.0/token"));
    assertThat(login.scope()).isEqualTo(scope);
    assertThat(sent)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.getURI()).hasToString("https://" + host + "/providers");
              assertThat(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                  .isEqualTo("Bearer granted");
            });
  }

  private static Map<String, String> signedIn(Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put("tenant-id", TENANT);
    all.put("client-id", "00000000-0000-0000-0000-0000000000c1");
    all.put("credential.client-secret", "a-secret");
    return all;
  }

  private AdminApiHttpClients clients(Map<String, String> settings) {
    Map<String, String> all = signedIn(settings);
    AccessTokenProvider tokens =
        new EntraAccessTokenProvider(
            login.tokens(EntraAccessTokenProvider.identity(PlatformSettings.signIn(all))));
    RestClient.Builder builder =
        RestClient.builder()
            .requestInterceptor(
                (request, body, execution) -> {
                  sent.add(request);
                  return new MockClientHttpResponse(new byte[0], HttpStatus.OK);
                });
    return AdminApiHttpClients.open(
        PlatformSettings.with(all),
        builder,
        tokens,
        Clock.systemUTC(),
        time -> {},
        UnknownWordListener.NOBODY);
  }
}
