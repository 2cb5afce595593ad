package dev.holdfast.testing;

import dev.holdfast.HoldfastApplication;
import dev.holdfast.support.BuildVersion;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole of Holdfast on a port of its own, in the local profile, without chat windows and with
 * the simulator outside.
 */
public final class RunningHoldfast implements AutoCloseable {

  /** Texts don't depend on whether Maven has built this. */
  private static final ApplicationContextInitializer<GenericApplicationContext> FIXED_VERSION =
      context ->
          context.registerBean(
              "fixedVersion",
              BuildVersion.class,
              () -> new BuildVersion("1.2.3", "1a2b3c4"),
              definition -> ((AbstractBeanDefinition) definition).setPrimary(true));

  private final ConfigurableApplicationContext context;

  private RunningHoldfast(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts it; settings given here win. */
  public static RunningHoldfast start(
      TestDatabase database, URI adminApi, Map<String, Object> settings) {
    return start(database, adminApi, settings, context -> {});
  }

  /** The same with parts of its own exchanged. */
  static RunningHoldfast start(
      TestDatabase database,
      URI adminApi,
      Map<String, Object> settings,
      ApplicationContextInitializer<GenericApplicationContext> parts) {
    Lane.requires(Lane.APPLICATION);
    Map<String, Object> all = new LinkedHashMap<>(database.properties());
    all.putAll(settings);
    return new RunningHoldfast(
        new SpringApplicationBuilder(HoldfastApplication.class)
            .initializers(FIXED_VERSION, parts)
            .web(WebApplicationType.SERVLET)
            .profiles("local")
            .registerShutdownHook(false)
            .run(arguments(adminApi, all).toArray(String[]::new)));
  }

  /**
   * What makes it fit for tests, as command line arguments; settings given here win, and what is an
   * empty {@link Optional} here is not set.
   */
  static List<String> arguments(URI adminApi, Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("server.port", 0);
    all.put("holdfast.local.windows", false);
    all.put("holdfast.simulator.enabled", false);
    all.put("holdfast.admin-api.base-url", adminApi.toString());
    all.put("holdfast.admin-api.poll-interval", "200ms");
    all.put("holdfast.execution.retry-interval", "200ms");
    all.put("holdfast.execution.admin-mode-timeout", "1s");
    all.put("db-scheduler.polling-interval", "50ms");
    all.putAll(settings);
    all.values().removeIf(Optional.empty()::equals);
    return all.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toList();
  }

  public URI messages() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + "/api/messages");
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  <T> List<T> all(Class<T> type) {
    return List.copyOf(context.getBeansOfType(type).values());
  }

  @Override
  public void close() {
    context.close();
  }
}
