package dev.holdfast.platform.ppapi;

import dev.holdfast.platform.ppapi.PpapiAdminApi;
import dev.holdfast.platform.ppapi.PpapiRoutes;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.AdminApiProperties;
import dev.holdfast.platform.dataverse.FinOpsDetailsClient;
import dev.holdfast.platform.http.AdminApiHttpClients;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the Power Platform API behind the port. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "holdfast.platform.api", havingValue = "ppapi")
class PpapiConfiguration {

  @Bean
  static AdminApi adminApi(AdminApiProperties properties, AdminApiHttpClients clients) {
    return new PpapiAdminApi(
        clients.admin(),
        new PpapiRoutes(properties.baseUrl()),
        properties.audience(),
        new FinOpsDetailsClient(clients.dataverse()),
        properties.dryRun());
  }
}
