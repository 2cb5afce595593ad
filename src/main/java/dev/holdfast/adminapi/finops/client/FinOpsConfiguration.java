package dev.holdfast.adminapi.finops.client;

import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.finops.FinOpsApi;
import dev.holdfast.adminapi.http.AdminApiClients;
import dev.holdfast.adminapi.http.AdminApiHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts a client behind the port, whether or not the Power Platform API is used. */
@Configuration(proxyBeanMethods = false)
class FinOpsConfiguration {

  @Bean
  static FinOpsApi finOpsApi(AdminApiEndpoints endpoints, AdminApiClients clients) {
    AdminApiHttpClient dataverse = clients.dataverse();
    return endpoints
        .of(AdminApiFlavor.PPAPI)
        .map(
            ppapi ->
                FinOpsClient.over(
                    clients.of(AdminApiFlavor.PPAPI).orElseThrow().admin(),
                    ppapi.baseUrl(),
                    ppapi.audience(),
                    dataverse))
        .orElseGet(() -> FinOpsClient.over(dataverse));
  }
}
