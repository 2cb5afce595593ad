package dev.holdfast.adminapi.both;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.AdminApiFlavor;
import dev.holdfast.adminapi.AdminApiProperties;
import dev.holdfast.adminapi.AdminApiUsageProperties;
import dev.holdfast.adminapi.bap.BapAdminApiFactory;
import dev.holdfast.adminapi.endpoint.AdminApiEndpoints;
import dev.holdfast.adminapi.http.AdminApiClients;
import dev.holdfast.adminapi.ppapi.PpapiAdminApiFactory;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the configured admin API, or both, behind the port. */
@Configuration(proxyBeanMethods = false)
public class AdminApiConfiguration {

  @Bean
  static AdminApi adminApi(
      AdminApiEndpoints endpoints,
      AdminApiUsageProperties usage,
      AdminApiClients clients,
      ObjectProvider<Clock> clock) {
    Map<AdminApiFlavor, AdminApiProperties> each = endpoints.each();
    if (each.size() == 1) {
      AdminApiFlavor only = each.keySet().iterator().next();
      return open(only, each.get(only), usage, clients);
    }
    return new CombinedAdminApi(
        open(AdminApiFlavor.BAP, each.get(AdminApiFlavor.BAP), usage, clients),
        open(AdminApiFlavor.PPAPI, each.get(AdminApiFlavor.PPAPI), usage, clients),
        new AnswerHistory(clock.getIfAvailable(Clock::systemUTC)));
  }

  private static AdminApi open(
      AdminApiFlavor flavor,
      AdminApiProperties properties,
      AdminApiUsageProperties usage,
      AdminApiClients clients) {
    return switch (flavor) {
      case BAP -> BapAdminApiFactory.open(properties, clients.of(flavor).orElseThrow());
      case PPAPI -> PpapiAdminApiFactory.open(properties, usage, clients.of(flavor).orElseThrow());
    };
  }
}
