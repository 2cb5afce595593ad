package dev.holdfast.app;

import dev.holdfast.app.settings.SettingsCheck;
import dev.holdfast.approval.policy.FirstPolicy;
import dev.holdfast.approval.policy.guard.ConfiguredPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Holdfast with its usual configuration, only to be asked something. No endpoint, no durable task,
 * no migration, no simulator; beans are made only where somebody asks for them. Nothing is decided
 * here, so the policy is the configured one, also where there is no database.
 */
public final class CommandLineApplication {

  private final Class<?> application;

  /**
   * @param application the class that holds the configuration
   */
  public CommandLineApplication(Class<?> application) {
    this.application = application;
  }

  /** With all settings of Holdfast checked. */
  SpringApplication withSettings() {
    return of(Map.of());
  }

  /** For what needs nothing but the database. */
  SpringApplication ofTheDatabase() {
    return of(Map.of(SettingsCheck.OFF, true));
  }

  private SpringApplication of(Map<String, Object> more) {
    SpringApplication quiet = new SpringApplication(application);
    quiet.setWebApplicationType(WebApplicationType.NONE);
    quiet.setLazyInitialization(true);
    quiet.setLogStartupInfo(false);
    quiet.addListeners(new Quiet(more));
    quiet.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(FlywayMigrationStrategy.class, () -> flyway -> {});
          beans.registerBean(
              FirstPolicy.class,
              () -> beans.getBean(ConfiguredPolicy.class)::orNothing,
              definition -> ((AbstractBeanDefinition) definition).setPrimary(true));
        });
    return quiet;
  }

  /**
   * Wins over every setting, before the log is set up: standard output belongs to the answer, and
   * whatever the usual configuration starts stays off.
   */
  private record Quiet(Map<String, Object> more)
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Behind the reading of the configuration files, before the log. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

    @Override
    public int getOrder() {
      return ORDER;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      MutablePropertySources sources = event.getEnvironment().getPropertySources();
      Map<String, Object> settings = new LinkedHashMap<>(more);
      settings.put("logging.threshold.console", "off");
      // It would have every check made, and with it every setting read.
      settings.put("management.endpoint.health.validate-group-membership", false);
      settings.put("db-scheduler.enabled", false);
      settings.put("management.tracing.export.enabled", false);
      settings.put("holdfast.simulator.enabled", false);
      settings.put("spring.datasource.hikari.connection-timeout", 5000);
      existing(event.getEnvironment().getProperty("spring.datasource.url", ""))
          .ifPresent(url -> settings.put("spring.datasource.url", url));
      sources.addFirst(new MapPropertySource("quiet", settings));
    }

    /** H2 would make the file that it does not find. */
    private static Optional<String> existing(String url) {
      return url.startsWith("jdbc:h2:file:") && !url.contains("IFEXISTS")
          ? Optional.of(url + ";IFEXISTS=TRUE")
          : Optional.empty();
    }
  }
}
