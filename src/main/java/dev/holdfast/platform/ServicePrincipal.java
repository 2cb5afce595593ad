package dev.holdfast.platform;

import java.util.Optional;

/**
 * Who Holdfast is to Power Platform.
 *
 * @param clientId its application id; empty when the configuration does not name it
 * @param endpoint the cloud that it is registered in
 */
public record ServicePrincipal(Optional<String> clientId, Endpoint endpoint) {

  public static ServicePrincipal of(PlatformProperties properties) {
    return new ServicePrincipal(Optional.empty(), properties.endpoint());
  }

  /**
   * The PowerShell line by which an administrator, signed in as a person, registers it as a
   * management application (facts 1.1: a service principal cannot register itself).
   */
  public String registerCommand() {
    return "Add-PowerAppsAccount -Endpoint %s; New-PowerAppManagementApp -ApplicationId %s"
        .formatted(endpoint.word(), clientId.orElse("<client id>"));
  }
}
