package dev.holdfast.flow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Spring and nothing else: reads the body and answers 200. */
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class BareEndpoint {

  @Bean
  RouterFunction<ServerResponse> messages() {
    return RouterFunctions.route()
        .POST(
            "/api/messages",
            request -> {
              request.servletRequest().getInputStream().readAllBytes();
              return ServerResponse.ok().build();
            })
        .build();
  }

  public static void main(String[] arguments) {
    SpringApplication.run(BareEndpoint.class, arguments);
  }
}
