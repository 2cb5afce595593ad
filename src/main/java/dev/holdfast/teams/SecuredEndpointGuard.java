package dev.holdfast.teams;

import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
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
class SecuredEndpointGuard implements BeanFactoryPostProcessor, EnvironmentAware, StartupCheck {

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    fault(environment)
        .ifPresent(
            fault -> {
              throw fault;
            });
  }

  @Override
  public List<SettingProblem> problems(Environment settings) {
    return fault(settings).map(UnprotectedEndpointException::problem).stream().toList();
  }

  private static Optional<UnprotectedEndpointException> fault(Environment settings) {
    boolean known =
        isSet(settings, "app-id")
            && (isSet(settings, "tenant-id") || isSet(settings, "allowed-tenants"));
    return known
        ? Optional.empty()
        : Optional.of(
            new UnprotectedEndpointException(
                "holdfast.teams." + (isSet(settings, "app-id") ? "tenant-id" : "app-id"),
                "the bot's application id or the tenants that it listens to are not set, so the"
                    + " tokens of Microsoft Teams cannot be checked",
                "Set holdfast.teams.app-id and holdfast.teams.tenant-id, or start it with the"
                    + " profile local (spring.profiles.active=local) to try it on this machine."));
  }

  /** A list counts too, however it is written. */
  private static boolean isSet(Environment settings, String name) {
    return Binder.get(settings)
        .bind("holdfast.teams." + name, Bindable.listOf(String.class))
        .map(texts -> texts.stream().anyMatch(text -> !text.isBlank()))
        .orElse(false);
  }
}
