package dev.holdfast.teams;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * In every profile but {@code local} a token is asked for, which needs to know the bot and its
 * tenants. Looks before any bean is made, so that this is the first thing that an operator reads.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!local")
@ConditionalOnWebApplication
class CheckedEndpoint implements BeanFactoryPostProcessor, EnvironmentAware {

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!isSet("app-id") || !(isSet("tenant-id") || isSet("allowed-tenants"))) {
      throw new UnprotectedEndpointException(
          "the bot's application id or the tenants that it listens to are not set, so the tokens of"
              + " Microsoft Teams cannot be checked",
          "Set holdfast.teams.app-id and holdfast.teams.tenant-id, or start it with the profile"
              + " local (spring.profiles.active=local) to try it on this machine.");
    }
  }

  private boolean isSet(String name) {
    return Binder.get(environment)
        .bind("holdfast.teams." + name, String.class)
        .map(text -> !text.isBlank())
        .orElse(false);
  }
}
