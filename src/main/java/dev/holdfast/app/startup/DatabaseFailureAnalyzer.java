package dev.holdfast.app.startup;

import dev.holdfast.doctor.DatabaseFault;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says why the database keeps Holdfast from starting, before Spring says it with a driver's words.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseFailureAnalyzer implements FailureAnalyzer {

  private static final String WHAT = "Holdfast can't open its database";

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return DatabaseFault.of(failure)
        .map(fault -> StartFailure.of(WHAT, fault.why(), fix(fault), failure))
        .or(() -> tables(failure))
        .orElse(null);
  }

  private static String fix(DatabaseFault fault) {
    if (fault.isNobodysFault()) {
      return "End the other Holdfast, or set spring.datasource.url to another file. For several"
          + " replicas, use PostgreSQL.";
    }
    return (fault.remedy().words() + " " + fault.remedy().command().orElse("")).strip();
  }

  private static Optional<FailureAnalysis> tables(Throwable failure) {
    return Causes.find(failure, FlywayValidateException.class)
        .map(
            e ->
                StartFailure.of(
                    "Holdfast can't migrate its database",
                    "its tables aren't those of this version, or a migration failed before",
                    "Ask for the details: java -jar holdfast.jar --doctor",
                    failure));
  }
}
