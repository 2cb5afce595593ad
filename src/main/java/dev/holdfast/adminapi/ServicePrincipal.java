package dev.holdfast.adminapi;

import java.util.Optional;

/**
 * Who Holdfast is to Power Platform.
 *
 * @param clientId its application id; empty when the configuration does not name it
 * @param endpoint the cloud that it is registered in
 * @param api the admin API that it calls, which decides on the role that it needs
 */
public record ServicePrincipal(
    Optional<String> clientId, PowerPlatformCloud endpoint, AdminApiFlavor api) {

  public static ServicePrincipal of(AdminApiProperties properties) {
    return new ServicePrincipal(
        Optional.ofNullable(properties.clientId()),
        properties.endpoint(),
        properties.api().first());
  }

  /**
   * The PowerShell line by which an administrator, signed in as a person, registers it as a
   * management application (facts 1.1: a service principal cannot register itself).
   */
  public String registerCommand() {
    return "Add-PowerAppsAccount -Endpoint %s; New-PowerAppManagementApp -ApplicationId %s"
        .formatted(endpoint.word(), clientId.orElse("<client id>"));
  }

  /** A role that allows what Holdfast does (facts 2: with the Power Platform API one of RBAC). */
  public String role() {
    return switch (api) {
      case BAP -> "Power Platform administrator";
      case PPAPI -> "Power Platform Contributor on the tenant";
    };
  }
}
