package dev.holdfast.testing.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The rules of {@code deploy/observability/alerts.yaml}. */
public final class AlertRules {

  private static final Path FILE = Path.of("deploy/observability/alerts.yaml");

  private AlertRules() {}

  /**
   * A rule.
   *
   * @param keys all that it says
   */
  public record Alert(String name, String expression, Map<String, Object> keys) {

    /** Whether it's pending or fires. */
    public boolean holds(Scrape before, Scrape now) {
      return Expression.holds(expression, before, now);
    }
  }

  /** All of them, as they stand there. */
  @SuppressWarnings("unchecked")
  public static List<Alert> read() {
    try {
      Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(FILE));
      return file.get("groups").stream()
          .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
          .map(rule -> new Alert(rule.get("alert").toString(), rule.get("expr").toString(), rule))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
