package dev.holdfast.teams.settings;

import java.net.URI;
import java.util.List;

/**
 * Where the Bot Framework of each cloud is, how it signs, and where the bot gets its own tokens
 * (facts B6, B8).
 *
 * <p>GCC has Teams' service hosts of its own and the Bot Framework of the public cloud. Of China no
 * service host is published, so there {@code service-hosts} must be set.
 */
public enum TeamsCloud {
  PUBLIC(
      "https://api.botframework.com",
      "https://login.botframework.com",
      "https://login.microsoftonline.com",
      List.of("smba.trafficmanager.net")),
  GCC(
      "https://api.botframework.com",
      "https://login.botframework.com",
      "https://login.microsoftonline.com",
      List.of("smba.infra.gcc.teams.microsoft.com")),
  GCC_HIGH(
      "https://api.botframework.us",
      "https://login.botframework.azure.us",
      "https://login.microsoftonline.us",
      List.of("smba.infra.gov.teams.microsoft.us")),
  DOD(
      "https://api.botframework.us",
      "https://login.botframework.azure.us",
      "https://login.microsoftonline.us",
      List.of("smba.infra.dod.teams.microsoft.us")),
  CHINA(
      "https://api.botframework.azure.cn",
      "https://login.botframework.azure.cn",
      "https://login.partner.microsoftonline.cn",
      List.of());

  private final String framework;
  private final String keys;
  private final String login;
  private final List<String> serviceHosts;

  TeamsCloud(String framework, String keys, String login, List<String> serviceHosts) {
    this.framework = framework;
    this.keys = keys;
    this.login = login;
    this.serviceHosts = serviceHosts;
  }

  /** Who signs the tokens that Teams sends. */
  String issuer() {
    return framework;
  }

  /** The document that leads to the issuer's keys. */
  URI metadata() {
    return URI.create(keys + "/v1/.well-known/openidconfiguration");
  }

  /** What the bot asks its own tokens for. */
  public URI audience() {
    return URI.create(framework);
  }

  /** Where Microsoft Entra ID gives them out. */
  public URI loginUrl() {
    return URI.create(login);
  }

  /**
   * Whether messages can be sent that one member alone sees. Of no other it is known (facts B7).
   */
  public boolean hasTargetedMessages() {
    return this == PUBLIC;
  }

  List<String> serviceHosts() {
    return serviceHosts;
  }
}
