package dev.holdfast.adminapi.capacity.client;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.capacity.TenantCapacityApi;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import dev.holdfast.adminapi.http.AdminApiClients;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import dev.holdfast.adminapi.http.HttpCall;
import dev.holdfast.adminapi.http.OptionalReads;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts a client behind the port, whether or not the Power Platform API is used. */
@Configuration(proxyBeanMethods = false)
class TenantCapacityConfiguration {

  private static final String ADDRESS = "/licensing/tenantCapacity?api-version=2024-10-01";

  @Bean
  static TenantCapacityApi tenantCapacityApi(AdminApiEndpoints endpoints, AdminApiClients clients) {
    return endpoints
        .of(AdminApiFlavor.PPAPI)
        .map(
            ppapi ->
                over(
                    clients.of(AdminApiFlavor.PPAPI).orElseThrow().admin(),
                    ppapi.baseUrl(),
                    ppapi.audience()))
        .orElse(() -> OptionalReads.none(Reason.NOT_ASKED, OptionalReads.NOT_USED));
  }

  /**
   * @param base scheme, host, and port of the Power Platform API
   * @param audience the resource that its tokens are asked for
   */
  private static TenantCapacityApi over(AdminApiHttpClient http, URI base, URI audience) {
    OptionalReads reads = new OptionalReads(http, audience);
    HttpCall call = HttpCall.read(base.resolve(ADDRESS), "tell the capacity of the tenant");
    return () -> reads.ask(() -> call, TenantCapacityMapper::read);
  }
}
