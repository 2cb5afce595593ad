package dev.holdfast.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What the service refuses to restore (rules R7 to R15). The codes and words of its real refusals
 * are not known (facts 5); these are ours.
 */
public record SimulatedRestoreRules(SimulatedEnvironment source, SimulatedEnvironment target) {

  private static final Set<String> SMALL = Set.of("Developer", "Default");

  /**
   * @param settling how long after its instant a backup can be restored (rule R5)
   */
  public void check(Instant point, Instant now, Duration settling) {
    pair();
    finOps();
    demand(
        !point.isBefore(source.availableFrom(now)) && !point.isAfter(now),
        "restorePointDateTime",
        "The restore point %s is outside of the retention window of the source environment."
            .formatted(SimulatorJson.time(point)));
    demand(
        !point.plus(settling).isAfter(now),
        "restorePointDateTime",
        "The backup of %s is still being made.".formatted(SimulatorJson.time(point)));
  }

  /**
   * Whether the service names the target among its candidates. It does not look at the finance and
   * operations apps, but at the version of Dataverse: in both it differs from what it then refuses.
   */
  public boolean offered() {
    try {
      pair();
    } catch (SimulatedError no) {
      return false;
    }
    return version(onto()).compareTo(version(from())) >= 0;
  }

  private static String version(EnvironmentSeed made) {
    return made.dataverse() == null ? "" : made.dataverse().version();
  }

  private void pair() {
    dataverse();
    type();
    sameConfiguration();
  }

  /** What is demanded of whatever overwrites one environment with another. */
  void alike() {
    dataverse();
    sameConfiguration();
    finOps();
  }

  private void sameConfiguration() {
    demand(
        from().location().equals(onto().location()),
        "Source and target environment must be in the same region.");
    demand(
        from().managed() == onto().managed(),
        "A Managed Environment can only overwrite a Managed Environment, any other only one that is"
            + " not managed.");
    demand(
        from().customerKey() == onto().customerKey(),
        "Source and target environment must be encrypted with the same customer-managed key.");
    demand(
        Objects.equals(from().networkPolicy(), onto().networkPolicy()),
        "Source and target environment must have the same virtual network policy.");
  }

  private void dataverse() {
    demand(
        from().dataverse() != null && onto().dataverse() != null,
        "Source and target environment must have a Dataverse database.");
  }

  private void type() {
    boolean legal =
        switch (onto().sku()) {
          case "Sandbox" -> true;
          case "Developer" -> SMALL.contains(from().sku());
          case "Teams" -> from().id().equals(onto().id());
          default -> false;
        };
    demand(legal, "Restore cannot be performed on environment of type %s.".formatted(onto().sku()));
  }

  private void finOps() {
    EnvironmentSeed.FinOpsSeed source = from().finOps();
    EnvironmentSeed.FinOpsSeed target = onto().finOps();
    if (source == null || target == null || !target.link().equals("Internal")) {
      return;
    }
    demand(
        !source.cloudHosted(),
        "The database of an LCS cloud-hosted environment cannot overwrite a unified environment.");
    demand(
        !(source.deployedAs("OnlineDev") && target.deployedAs("Sandbox")),
        "A unified developer environment cannot overwrite a unified sandbox environment.");
  }

  private EnvironmentSeed from() {
    return source.made();
  }

  private EnvironmentSeed onto() {
    return target.made();
  }

  private static void demand(boolean met, String otherwise) {
    demand(met, "sourceEnvironmentId", otherwise);
  }

  private static void demand(boolean met, String field, String otherwise) {
    if (!met) {
      throw SimulatedError.invalid(field, otherwise);
    }
  }
}
