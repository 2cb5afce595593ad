package dev.holdfast.teams;

import dev.holdfast.entra.Credential;
import dev.holdfast.settings.SettingProblem;
import dev.holdfast.settings.StartupCheck;
import dev.holdfast.teams.settings.AllowedServiceHosts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
class LoopbackEndpointGuard implements BeanFactoryPostProcessor, EnvironmentAware, StartupCheck {

  private static final String CREDENTIAL = "holdfast.teams.credential";

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    faults(environment)
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault;
            });
  }

  @Override
  public List<SettingProblem> problems(Environment settings) {
    return faults(settings).map(UnprotectedEndpointException::problem).toList();
  }

  private static Stream<UnprotectedEndpointException> faults(Environment settings) {
    return Stream.of(address(settings), credential(settings)).flatMap(Optional::stream);
  }

  private static Optional<UnprotectedEndpointException> address(Environment settings) {
    var address = settings.getProperty("server.address", "");
    return !address.isBlank() && AllowedServiceHosts.isLoopback(address)
        ? Optional.empty()
        : Optional.of(
            new UnprotectedEndpointException(
                "server.address",
                "in the profile local nobody is asked for a token, and server.address is "
                    + (address.isBlank() ? "not set" : address),
                "Set server.address to 127.0.0.1, so that only this machine reaches it."));
  }

  private static Optional<UnprotectedEndpointException> credential(Environment settings) {
    var credential = Binder.get(settings).bind(CREDENTIAL, Credential.class).orElse(null);
    return Credential.given(credential)
        .map(
            given ->
                new UnprotectedEndpointException(
                    CREDENTIAL,
                    "in the profile local nobody is asked for a token, and the bot has a real"
                        + " credential",
                    "Remove what is set under holdfast.teams.credential, or the profile local."));
  }
}
