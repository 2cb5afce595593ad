package dev.holdfast.metrics;

import dev.holdfast.entra.EntraException;
import dev.holdfast.entra.TokenFailureListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Counts how often no token was to be had, by the application that asked and by who can fix it. All
 * are there from the start.
 */
@Component
class TokenMetrics implements TokenFailureListener, SmartInitializingSingleton {

  private static final String FAILURES = "holdfast.tokens.failures";

  /** Where the database's address says whose tokens it takes. */
  private static final String DATABASE = "spring.datasource.url";

  /** The settings with credentials, without their prefix, and the database. */
  private static final List<String> APPLICATIONS = List.of("admin-api", "teams", "database");

  private static final String OTHER = "other";

  private final ObjectProvider<MeterRegistry> meters;

  /**
   * @param meters absent where Holdfast only answers a question, as on the command line
   */
  TokenMetrics(ObjectProvider<MeterRegistry> meters) {
    this.meters = meters;
  }

  @Override
  public void afterSingletonsInstantiated() {
    meters.ifAvailable(
        registry ->
            APPLICATIONS.forEach(
                application ->
                    Arrays.stream(EntraException.Mender.values())
                        .forEach(mender -> registry.counter(FAILURES, tags(application, mender)))));
  }

  @Override
  public void failed(String settings, EntraException.Mender mender) {
    String name =
        settings.equals(DATABASE) ? "database" : settings.replaceFirst("^holdfast\\.", "");
    String application = APPLICATIONS.contains(name) ? name : OTHER;
    meters.ifAvailable(
        registry -> registry.counter(FAILURES, tags(application, mender)).increment());
  }

  private static String[] tags(String application, EntraException.Mender mender) {
    return new String[] {
      "application", application, "fixed.by", mender.name().toLowerCase(Locale.ROOT)
    };
  }
}
