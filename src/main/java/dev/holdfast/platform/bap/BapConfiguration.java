package dev.holdfast.platform.bap;

import dev.holdfast.platform.AdminApi;
import dev.holdfast.platform.PlatformProperties;
import dev.holdfast.platform.dataverse.FinOpsDetails;
import dev.holdfast.platform.http.AdminClients;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the BAP implementation behind the port. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "holdfast.platform.api", havingValue = "bap", matchIfMissing = true)
class BapConfiguration {

  @Bean
  static AdminApi adminApi(PlatformProperties properties, AdminClients clients) {
    return new BapAdminApi(
        clients.admin(),
        new BapRoutes(properties.baseUrl()),
        properties.audience(),
        new FinOpsDetails(clients.dataverse()));
  }
}
