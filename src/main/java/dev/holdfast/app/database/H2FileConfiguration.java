package dev.holdfast.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps others on the machine from the embedded database, unless the settings name a password. What
 * only asks, as the doctor does, changes nothing.
 */
@Configuration(proxyBeanMethods = false)
public class H2FileConfiguration {

  /** H2 would make a file of its own for errors, for all to read; the log has them. */
  private static final String NO_TRACE = ";TRACE_LEVEL_FILE=0";

  @Bean
  static BeanPostProcessor passwordOfTheH2File(ApplicationContext context) {
    boolean serves = context instanceof WebServerApplicationContext;
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && needsPassword(pool)) {
          H2FileUrl.file(pool.getJdbcUrl()).ifPresent(file -> protect(pool, file, serves));
        }
        return bean;
      }
    };
  }

  private static boolean needsPassword(HikariDataSource pool) {
    return pool.getJdbcUrl() != null
        && !H2FileUrl.namesPassword(pool.getJdbcUrl())
        && (pool.getPassword() == null || pool.getPassword().isEmpty());
  }

  private static void protect(HikariDataSource pool, Path file, boolean serves) {
    try {
      if (!pool.getJdbcUrl().toUpperCase(Locale.ROOT).contains(";TRACE_LEVEL_FILE=")) {
        pool.setJdbcUrl(pool.getJdbcUrl() + NO_TRACE);
      }
      H2FilePassword password = new H2FilePassword(file);
      Optional<String> given =
          serves ? password.prepare(pool.getJdbcUrl(), pool.getUsername()) : password.stored();
      given.ifPresent(pool::setPassword);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
