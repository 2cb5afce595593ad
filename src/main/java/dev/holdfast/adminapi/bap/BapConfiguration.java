package dev.holdfast.adminapi.bap;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.dataverse.FinOpsDetailsClient;
import dev.holdfast.adminapi.http.AdminApiHttpClients;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the BAP implementation behind the port. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "holdfast.admin-api.api", havingValue = "bap", matchIfMissing = true)
class BapConfiguration {

  @Bean
  static AdminApi adminApi(AdminApiProperties properties, AdminApiHttpClients clients) {
    return new BapAdminApi(
        clients.admin(),
        new BapRoutes(properties.baseUrl()),
        properties.audience(),
        new FinOpsDetailsClient(clients.dataverse()));
  }
}
