package dev.holdfast.adminapi;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Power Platform cloud, under the name that {@code Add-PowerAppsAccount -Endpoint} has for it
 * (facts 1.7). Where Microsoft's own tools contradict each other this is the PowerShell module's
 * word; every part can be overridden in {@link AdminApiProperties}.
 */
public enum PowerPlatformCloud {
  PROD(
      "api.bap.microsoft.com",
      "https://service.powerapps.com/",
      "login.microsoftonline.com",
      "api.powerplatform.com",
      "dynamics.com"),
  PREVIEW(
      "preview.api.bap.microsoft.com",
      "https://service.powerapps.com/",
      "login.microsoftonline.com",
      "",
      "dynamics.com"),
  TIP1(
      "tip1.api.bap.microsoft.com",
      "https://service.powerapps.com/",
      "login.microsoftonline.com",
      "",
      "dynamics.com"),
  TIP2(
      "tip2.api.bap.microsoft.com",
      "https://service.powerapps.com/",
      "login.microsoftonline.com",
      "",
      "dynamics.com"),
  /** GCC. */
  USGOV(
      "gov.api.bap.microsoft.us",
      "https://gov.service.powerapps.us/",
      "login.microsoftonline.com",
      "api.gov.powerplatform.microsoft.us",
      "dynamics.com"),
  /** GCC High. */
  USGOVHIGH(
      "high.api.bap.microsoft.us",
      "https://high.service.powerapps.us/",
      "login.microsoftonline.us",
      "api.high.powerplatform.microsoft.us",
      "microsoftdynamics.us"),
  DOD(
      "api.bap.appsplatform.us",
      "https://service.apps.appsplatform.us/",
      "login.microsoftonline.us",
      "api.appsplatform.us",
      "appsplatform.us"),
  CHINA(
      "api.bap.partner.microsoftonline.cn",
      "https://service.powerapps.cn/",
      "login.chinacloudapi.cn",
      "api.powerplatform.partner.microsoftonline.cn",
      "dynamics.cn");

  private final String bapHost;
  private final String bapAudience;
  private final String loginHost;
  private final String ppapiHost;
  private final String dataverseHost;

  PowerPlatformCloud(
      String bapHost,
      String bapAudience,
      String loginHost,
      String ppapiHost,
      String dataverseHost) {
    this.bapHost = bapHost;
    this.bapAudience = bapAudience;
    this.loginHost = loginHost;
    this.ppapiHost = ppapiHost;
    this.dataverseHost = dataverseHost;
  }

  /** Where the API is; empty where this cloud has none that is known. */
  Optional<URI> baseUrl(AdminApiFlavor api) {
    return host(api).map(host -> URI.create("https://" + host));
  }

  /**
   * The resource that tokens are asked for, in its own words: whether it ends in a slash matters,
   * as the token is made out to that very name. Empty where this cloud has no such API.
   */
  Optional<URI> audience(AdminApiFlavor api) {
    return api == AdminApiFlavor.BAP ? Optional.of(URI.create(bapAudience)) : baseUrl(api);
  }

  /** The host itself; its subdomains are the regional hosts. */
  List<String> allowedHosts(AdminApiFlavor api) {
    return host(api).stream().toList();
  }

  List<String> dataverseHosts() {
    return List.of(dataverseHost);
  }

  /** Where Microsoft Entra ID gives out this cloud's tokens. */
  URI loginUrl() {
    return URI.create("https://" + loginHost);
  }

  /** The word for it in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> host(AdminApiFlavor api) {
    return Optional.of(api == AdminApiFlavor.BAP ? bapHost : ppapiHost)
        .filter(host -> !host.isEmpty());
  }
}
