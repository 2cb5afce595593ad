package dev.holdfast.environment.preflight;

import dev.holdfast.environment.preflight.Severity;

import static dev.holdfast.environment.EnvironmentKind.LCS_CLOUD_HOSTED;
import static dev.holdfast.environment.EnvironmentKind.LCS_PRODUCTION;
import static dev.holdfast.environment.EnvironmentKind.LCS_SANDBOX;
import static dev.holdfast.environment.EnvironmentKind.UDE;
import static dev.holdfast.environment.EnvironmentKind.UPE;
import static dev.holdfast.environment.EnvironmentKind.USE;
import static dev.holdfast.environment.preflight.Severity.AMBER;
import static dev.holdfast.environment.preflight.Severity.GREEN;
import static dev.holdfast.environment.preflight.Severity.RED;

import dev.holdfast.environment.EnvironmentKind;
import java.util.List;

/**
 * The table of finance and operations pairs onto a unified target (rule R14). Ten rows stand in the
 * documentation; the other rows say why they are amber. A pair without a row is amber.
 */
record FinOpsCompatibility(
    EnvironmentKind source, EnvironmentKind target, Severity severity, String why) {

  private static final String LISTED = "the documentation lists this pair as supported";
  private static final String FORBIDDEN = "the documentation lists this pair as not supported";
  private static final String ALIKE =
      "the documentation speaks of a similar unified environment but does not list this pair";
  private static final String NOT_LISTED =
      "no page of the documentation lists this pair; the service decides";

  private static final List<FinOpsCompatibility> TABLE =
      List.of(
          new FinOpsCompatibility(LCS_SANDBOX, UDE, GREEN, LISTED),
          new FinOpsCompatibility(LCS_PRODUCTION, UDE, GREEN, LISTED),
          new FinOpsCompatibility(LCS_SANDBOX, USE, GREEN, LISTED),
          new FinOpsCompatibility(UDE, USE, RED, FORBIDDEN),
          new FinOpsCompatibility(UDE, UPE, RED, FORBIDDEN),
          new FinOpsCompatibility(USE, UDE, GREEN, LISTED),
          new FinOpsCompatibility(UPE, UDE, GREEN, LISTED),
          new FinOpsCompatibility(USE, UPE, RED, FORBIDDEN),
          new FinOpsCompatibility(UPE, USE, GREEN, LISTED),
          new FinOpsCompatibility(
              LCS_PRODUCTION,
              USE,
              AMBER,
              "one tutorial treats this pair as supported, the table of supported pairs leaves it"
                  + " out"),
          new FinOpsCompatibility(UDE, UDE, AMBER, ALIKE),
          new FinOpsCompatibility(USE, USE, AMBER, ALIKE));

  /** The row of a pair. The tenth listed row forbids a cloud-hosted source whatever the target. */
  static FinOpsCompatibility of(EnvironmentKind source, EnvironmentKind target) {
    if (source == LCS_CLOUD_HOSTED) {
      return new FinOpsCompatibility(
          source, target, RED, "the documentation lists cloud-hosted environments as no source");
    }
    return TABLE.stream()
        .filter(row -> row.source == source && row.target == target)
        .findFirst()
        .orElseGet(() -> new FinOpsCompatibility(source, target, AMBER, NOT_LISTED));
  }
}
