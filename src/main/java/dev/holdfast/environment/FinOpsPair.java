package dev.holdfast.environment;

import static dev.holdfast.environment.Kind.LCS_CLOUD_HOSTED;
import static dev.holdfast.environment.Kind.LCS_PRODUCTION;
import static dev.holdfast.environment.Kind.LCS_SANDBOX;
import static dev.holdfast.environment.Kind.UDE;
import static dev.holdfast.environment.Kind.UPE;
import static dev.holdfast.environment.Kind.USE;
import static dev.holdfast.environment.Severity.AMBER;
import static dev.holdfast.environment.Severity.GREEN;
import static dev.holdfast.environment.Severity.RED;

import java.util.List;

/**
 * The table of finance and operations pairs onto a unified target (rule R14). Ten rows stand in the
 * documentation; the other rows say why they are amber. A pair without a row is amber.
 */
record FinOpsPair(Kind source, Kind target, Severity severity, String why) {

  private static final String LISTED = "the documentation lists this pair as supported";
  private static final String FORBIDDEN = "the documentation lists this pair as not supported";
  private static final String ALIKE =
      "the documentation speaks of a similar unified environment but does not list this pair";
  private static final String NOT_LISTED =
      "no page of the documentation lists this pair; the service decides";

  private static final List<FinOpsPair> TABLE =
      List.of(
          new FinOpsPair(LCS_SANDBOX, UDE, GREEN, LISTED),
          new FinOpsPair(LCS_PRODUCTION, UDE, GREEN, LISTED),
          new FinOpsPair(LCS_SANDBOX, USE, GREEN, LISTED),
          new FinOpsPair(UDE, USE, RED, FORBIDDEN),
          new FinOpsPair(UDE, UPE, RED, FORBIDDEN),
          new FinOpsPair(USE, UDE, GREEN, LISTED),
          new FinOpsPair(UPE, UDE, GREEN, LISTED),
          new FinOpsPair(USE, UPE, RED, FORBIDDEN),
          new FinOpsPair(UPE, USE, GREEN, LISTED),
          new FinOpsPair(
              LCS_PRODUCTION,
              USE,
              AMBER,
              "one tutorial treats this pair as supported, the table of supported pairs leaves it"
                  + " out"),
          new FinOpsPair(UDE, UDE, AMBER, ALIKE),
          new FinOpsPair(USE, USE, AMBER, ALIKE));

  /** The row of a pair. The tenth listed row forbids a cloud-hosted source whatever the target. */
  static FinOpsPair of(Kind source, Kind target) {
    if (source == LCS_CLOUD_HOSTED) {
      return new FinOpsPair(
          source, target, RED, "the documentation lists cloud-hosted environments as no source");
    }
    return TABLE.stream()
        .filter(row -> row.source == source && row.target == target)
        .findFirst()
        .orElseGet(() -> new FinOpsPair(source, target, AMBER, NOT_LISTED));
  }
}
