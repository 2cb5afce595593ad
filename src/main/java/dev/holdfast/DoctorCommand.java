package dev.holdfast;

import dev.holdfast.doctor.Area;
import dev.holdfast.doctor.Doctor;
import dev.holdfast.doctor.Finding;
import dev.holdfast.doctor.Report;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * {@code java -jar holdfast.jar --doctor}: examines with the usual configuration and starts
 * nothing. No endpoint, no durable task, no migration, no simulator; beans are made only where a
 * check asks for them.
 */
final class DoctorCommand {

  static final String OPTION = "--doctor";

  private final PrintStream out;

  DoctorCommand(PrintStream out) {
    this.out = out;
  }

  /** 0 when nothing is broken, else 1. */
  int run(List<String> arguments) {
    String[] others = arguments.stream().filter(one -> !one.equals(OPTION)).toArray(String[]::new);
    try (ConfigurableApplicationContext context = application().run(others)) {
      Report report = context.getBean(Doctor.class).examine();
      print(report);
      return report.well() ? 0 : 1;
    } catch (RuntimeException e) {
      Misconfiguration.of(e)
          .lines()
          .forEach(line -> out.println("BROKEN   Configuration: " + line));
      return 1;
    }
  }

  private static SpringApplication application() {
    SpringApplication application = new SpringApplication(HoldfastApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLazyInitialization(true);
    application.setLogStartupInfo(false);
    application.addListeners(new Quiet());
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(FlywayMigrationStrategy.class, () -> flyway -> {}));
    return application;
  }

  private void print(Report report) {
    for (Map.Entry<Area, List<Finding>> area : report.byArea().entrySet()) {
      out.println();
      out.println(area.getKey().title());
      area.getValue().forEach(this::print);
    }
    out.println();
    out.println(report.summary());
  }

  private void print(Finding finding) {
    out.printf(
        "  %-8s %s: %s%n", finding.state(), finding.name(), oneLine(finding.verdict().sentence()));
    finding
        .verdict()
        .remedy()
        .ifPresent(
            remedy -> {
              out.printf("           mend it: %s%n", oneLine(remedy.words()));
              remedy.command().ifPresent(command -> out.printf("             %s%n", command));
            });
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  /**
   * Wins over every setting, before the log is set up: standard output belongs to the findings, and
   * whatever the usual configuration starts stays off.
   */
  private static final class Quiet
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
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("logging.threshold.console", "off");
      settings.put("db-scheduler.enabled", false);
      settings.put("holdfast.simulator.enabled", false);
      settings.put("spring.datasource.hikari.connection-timeout", 5000);
      existing(event.getEnvironment().getProperty("spring.datasource.url", ""))
          .ifPresent(url -> settings.put("spring.datasource.url", url));
      sources.addFirst(new MapPropertySource("doctor", settings));
    }

    /** H2 would make the file that it does not find. */
    private static Optional<String> existing(String url) {
      return url.startsWith("jdbc:h2:file:") && !url.contains("IFEXISTS")
          ? Optional.of(url + ";IFEXISTS=TRUE")
          : Optional.empty();
    }
  }
}
