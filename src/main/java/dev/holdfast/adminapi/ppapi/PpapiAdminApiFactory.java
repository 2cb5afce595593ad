package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.dataverse.FinOpsDetailsClient;
import dev.holdfast.adminapi.http.AdminApiHttpClients;

/** Puts the Power Platform API behind the port. */
public final class PpapiAdminApiFactory {

  private PpapiAdminApiFactory() {}

  public static AdminApi open(
      AdminApiProperties properties, AdminApiUsageProperties usage, AdminApiHttpClients clients) {
    return new PpapiAdminApi(
        clients.reads(properties.audience()),
        new PpapiRoutes(properties.baseUrl()),
        new FinOpsDetailsClient(clients.dataverse()),
        usage.dryRun());
  }
}
