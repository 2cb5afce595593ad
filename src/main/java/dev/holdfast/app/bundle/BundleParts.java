package dev.holdfast.app.bundle;

import dev.holdfast.doctor.SupportData;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** What the bundle takes from a Holdfast that is put together and doesn't run. */
public final class BundleParts {

  private BundleParts() {}

  public static List<BundlePart> of(ConfigurableApplicationContext context) {
    List<BundlePart> parts = new ArrayList<>();
    parts.add(
        new BundlePart(
            "settings.txt",
            () ->
                SettingsPart.lines(
                    context.getBeansWithAnnotation(ConfigurationProperties.class).values())));
    parts.add(
        new BundlePart(
            "database.txt", () -> new DatabasePart(context.getBean(DataSource.class)).version()));
    parts.add(
        new BundlePart(
            "migrations.txt", () -> DatabasePart.migrations(context.getBean(Flyway.class))));
    parts.add(
        new BundlePart(
            "counts.txt", () -> new DatabasePart(context.getBean(DataSource.class)).counts()));
    context
        .getBeansOfType(SupportData.class)
        .values()
        .forEach(data -> parts.add(new BundlePart(data.fileName(), data::lines)));
    parts.add(new BundlePart("log.txt", () -> LogPart.lines(context.getEnvironment())));
    return parts;
  }
}
