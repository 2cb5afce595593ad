package dev.holdfast.teams.auth;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Where the operator gives {@code management.server.port} a port of its own, what the operator
 * exposes there is read without a token; on the bot's port nothing of it is. Who reaches that port
 * is a matter of {@code management.server.address} and the network.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementPortMatcher {

  /** By the port on which the call came in, which no header of the caller's can change. */
  @Bean
  @Order(0)
  SecurityFilterChain forTheOperator(
      HttpSecurity http, @Value("${management.server.port}") int port) {
    return http.securityMatcher(
            request ->
                request.getLocalPort() == port && request.getRequestURI().startsWith("/actuator/"))
        .csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
