package dev.holdfast.local;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("local")
@EnableConfigurationProperties(LocalSettings.class)
class LocalConfiguration {

  @Bean
  @ConditionalOnWebApplication
  PlaygroundWindows playgroundWindows(LocalSettings settings) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return new PlaygroundWindows(settings, PlaygroundCommand.throughNpx(path), System.out);
  }
}
