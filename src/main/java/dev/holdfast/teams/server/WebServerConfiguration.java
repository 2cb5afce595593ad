package dev.holdfast.teams.server;

import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the web server treats callers that are slow, on purpose or not. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class WebServerConfiguration {

  /** Of Java. From there on each request has a virtual thread. */
  private static final int WITH_VIRTUAL_THREADS = 21;

  @Bean
  static UnprovenConnections unprovenConnections() {
    return new UnprovenConnections();
  }

  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowCallers(
      UnprovenConnections connections) {
    return tomcat -> harden(tomcat, connections);
  }

  /** Once: the configuration for management is in the main server's context too. */
  static void harden(TomcatWebServerFactory tomcat, UnprovenConnections connections) {
    if (tomcat.getProtocol().equals(GuardedHttpProtocol.class.getName())) {
      return;
    }
    tomcat.setProtocol(GuardedHttpProtocol.class.getName());
    tomcat.addConnectorCustomizers(
        connector -> ((GuardedHttpProtocol) connector.getProtocolHandler()).tell(connections));
    tomcat.addEngineValves(new UnreadBodyValve());
    if (hasVirtualThreads()) {
      tomcat.addProtocolHandlerCustomizers(
          protocol -> protocol.setExecutor(new VirtualThreadExecutor("http-")));
    }
  }

  /** Whether requests have virtual threads here, which must not be used for the database. */
  public static boolean hasVirtualThreads() {
    return Runtime.version().feature() >= WITH_VIRTUAL_THREADS;
  }
}
