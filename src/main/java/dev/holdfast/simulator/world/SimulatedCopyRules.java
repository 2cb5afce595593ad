package dev.holdfast.simulator.world;

import java.util.Set;

/**
 * What the service refuses to copy (rule R32, and what must be alike as for a restore). The codes
 * and words of its real refusals are not known (facts 5); these are ours.
 */
public record SimulatedCopyRules(SimulatedEnvironment source, SimulatedEnvironment target) {

  private static final Set<String> NEVER_A_TARGET = Set.of("Production", "Default", "Trial");
  private static final Set<String> NEVER_A_SOURCE = Set.of("Default", "Trial");

  public void check() {
    demand(
        !source.id().equals(target.id()),
        "Source and target environment of a copy must be two environments.");
    type(source, NEVER_A_SOURCE);
    type(target, NEVER_A_TARGET);
    new SimulatedRestoreRules(source, target).alike();
  }

  private static void type(SimulatedEnvironment environment, Set<String> never) {
    String type = environment.made().sku();
    demand(
        !never.contains(type),
        "Copy cannot be performed on environment of type %s.".formatted(type));
  }

  private static void demand(boolean met, String otherwise) {
    if (!met) {
      throw SimulatedError.invalid("sourceEnvironmentId", otherwise);
    }
  }
}
