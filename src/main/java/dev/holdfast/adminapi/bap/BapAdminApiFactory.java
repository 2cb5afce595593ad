package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.dataverse.FinOpsDetailsClient;
import dev.holdfast.adminapi.http.AdminApiHttpClients;

/** Puts the BAP implementation behind the port. */
public final class BapAdminApiFactory {

  private BapAdminApiFactory() {}

  public static AdminApi open(AdminApiProperties properties, AdminApiHttpClients clients) {
    return new BapAdminApi(
        clients.reads(properties.audience()),
        new BapRoutes(properties.baseUrl()),
        new FinOpsDetailsClient(clients.dataverse()));
  }
}
