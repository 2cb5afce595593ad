package dev.holdfast.environment.preflight;

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
 *
 * @param why code of the message that says it
 */
record FinOpsCompatibility(
    EnvironmentKind source, EnvironmentKind target, Severity severity, String why) {

  private static final String LISTED = "rule.finops.listed";
  private static final String FORBIDDEN = "rule.finops.forbidden";
  private static final String ALIKE = "rule.finops.alike";
  private static final String NOT_LISTED = "rule.finops.notListed";

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
          new FinOpsCompatibility(LCS_PRODUCTION, USE, AMBER, "rule.finops.tutorial"),
          new FinOpsCompatibility(UDE, UDE, AMBER, ALIKE),
          new FinOpsCompatibility(USE, USE, AMBER, ALIKE));

  /** The row of a pair. The tenth listed row forbids a cloud-hosted source whatever the target. */
  static FinOpsCompatibility of(EnvironmentKind source, EnvironmentKind target) {
    if (source == LCS_CLOUD_HOSTED) {
      return new FinOpsCompatibility(source, target, RED, "rule.finops.cloudHosted");
    }
    return TABLE.stream()
        .filter(row -> row.source == source && row.target == target)
        .findFirst()
        .orElseGet(() -> new FinOpsCompatibility(source, target, AMBER, NOT_LISTED));
  }
}
