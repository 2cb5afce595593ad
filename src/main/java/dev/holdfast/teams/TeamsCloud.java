package dev.holdfast.teams;

import java.net.URI;
import java.util.List;

/**
 * Where the Bot Framework of each cloud is and how it signs (facts B6, B8).
 *
 * <p>GCC has Teams' service hosts of its own and the Bot Framework of the public cloud. Of China no
 * service host is published, so there {@code service-hosts} must be set.
 */
enum TeamsCloud {
  PUBLIC(
      "https://api.botframework.com",
      "https://login.botframework.com/v1/.well-known/openidconfiguration",
      List.of("smba.trafficmanager.net")),
  GCC(
      "https://api.botframework.com",
      "https://login.botframework.com/v1/.well-known/openidconfiguration",
      List.of("smba.infra.gcc.teams.microsoft.com")),
  GCC_HIGH(
      "https://api.botframework.us",
      "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
      List.of("smba.infra.gov.teams.microsoft.us")),
  DOD(
      "https://api.botframework.us",
      "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
      List.of("smba.infra.dod.teams.microsoft.us")),
  CHINA(
      "https://api.botframework.azure.cn",
      "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
      List.of());

  private final String issuer;
  private final URI metadata;
  private final List<String> serviceHosts;

  TeamsCloud(String issuer, String metadata, List<String> serviceHosts) {
    this.issuer = issuer;
    this.metadata = URI.create(metadata);
    this.serviceHosts = serviceHosts;
  }

  String issuer() {
    return issuer;
  }

  URI metadata() {
    return metadata;
  }

  List<String> serviceHosts() {
    return serviceHosts;
  }
}
