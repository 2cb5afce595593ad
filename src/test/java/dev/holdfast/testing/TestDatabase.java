package dev.holdfast.testing;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of one's own. Nothing needs closing: it ends with the JVM. */
public record TestDatabase(String url, String user, String password) {

  public DataSource dataSource() {
    return new DriverManagerDataSource(url, user, password);
  }

  /**
   * For an application that is to run on this database. To be given as {@link #arguments}, because
   * the application's own configuration wins over default properties.
   */
  public Map<String, Object> properties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", user,
        "spring.datasource.password", password);
  }

  /** The same as command line arguments. */
  public List<String> arguments() {
    return properties().entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toList();
  }

  /** Its migrations as Holdfast is configured with them, to be loaded. */
  public FluentConfiguration flyway() {
    String vendor = url.split(":", 3)[1];
    return Flyway.configure()
        .dataSource(dataSource())
        .locations("classpath:db/migration", "classpath:db/vendor/" + vendor);
  }

  TestDatabase migrated() {
    flyway().load().migrate();
    return this;
  }
}
