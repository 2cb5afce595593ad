package dev.holdfast.teams.server;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The same for the port for management, if there is one; Spring Boot gives it a server of its own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementServerConfiguration {

  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowCallersOfManagement() {
    return tomcat -> WebServerConfiguration.harden(tomcat, new UnprovenConnections());
  }
}
