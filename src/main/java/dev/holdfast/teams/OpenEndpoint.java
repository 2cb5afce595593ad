package dev.holdfast.teams;

import dev.holdfast.entra.Credential;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * In the profile {@code local} nobody is asked for a token, so the endpoint may be reached from
 * this machine only. Looks before any bean is made.
 */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@ConditionalOnWebApplication
class OpenEndpoint implements BeanFactoryPostProcessor, EnvironmentAware {

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    var address = environment.getProperty("server.address", "");
    if (address.isBlank() || !ServiceHosts.isLoopback(address)) {
      throw new UnprotectedEndpointException(
          "in the profile local nobody is asked for a token, and server.address is "
              + (address.isBlank() ? "not set" : address),
          "Set server.address to 127.0.0.1, so that only this machine reaches it.");
    }
    var credential =
        Binder.get(environment).bind("holdfast.teams.credential", Credential.class).orElse(null);
    if (Credential.given(credential).isPresent()) {
      throw new UnprotectedEndpointException(
          "in the profile local nobody is asked for a token, and the bot has a real credential",
          "Remove what is set under holdfast.teams.credential, or the profile local.");
    }
  }
}
