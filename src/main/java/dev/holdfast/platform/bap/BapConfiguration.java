package dev.holdfast.platform.bap;

import dev.holdfast.platform.bap.BapAdminApi;
import dev.holdfast.platform.bap.BapRoutes;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiProperties;
import dev.holdfast.platform.dataverse.FinOpsDetailsClient;
import dev.holdfast.platform.http.AdminApiHttpClients;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the BAP implementation behind the port. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "holdfast.platform.api", havingValue = "bap", matchIfMissing = true)
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
