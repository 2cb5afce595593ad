package dev.holdfast.local;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("local")
@EnableConfigurationProperties(LocalProperties.class)
class LocalConfiguration {

  @Bean
  @ConditionalOnWebApplication
  PlaygroundManager playgroundWindows(LocalProperties settings) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return new PlaygroundManager(settings, PlaygroundLauncher.throughNpx(path), System.out);
  }
}
