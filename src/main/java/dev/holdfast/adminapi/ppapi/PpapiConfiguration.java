package dev.holdfast.adminapi.ppapi;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.dataverse.FinOpsDetailsClient;
import dev.holdfast.adminapi.http.AdminApiHttpClients;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the Power Platform API behind the port. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "holdfast.admin-api.api", havingValue = "ppapi")
class PpapiConfiguration {

  @Bean
  static AdminApi adminApi(
      AdminApiProperties properties, AdminApiUsageProperties usage, AdminApiHttpClients clients) {
    return new PpapiAdminApi(
        clients.admin(),
        new PpapiRoutes(properties.baseUrl()),
        properties.audience(),
        new FinOpsDetailsClient(clients.dataverse()),
        usage.dryRun());
  }
}
