package dev.holdfast.testing;

import dev.holdfast.adminapi.Environment;
import dev.holdfast.adminapi.EnvironmentType;
import dev.holdfast.adminapi.FinOpsLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environments of which the service tells hardly anything. */
public final class Environments {

  private Environments() {}

  /**
   * One without Dataverse, finance and operations, or a state.
   *
   * @param word what the service calls the type
   */
  public static Environment bare(
      String id, String name, EnvironmentType type, String word, String region) {
    return new Environment(
        new Environment.Identity(id, name, type, word, Optional.empty()),
        new Environment.History(Optional.empty(), Optional.empty(), Optional.empty()),
        new Environment.Location(region, Optional.empty(), Optional.empty(), Optional.empty()),
        new Environment.State(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of()),
        new Environment.Encryption(Optional.empty(), Optional.empty()),
        new Environment.Links(Optional.empty(), new FinOpsLink.None()),
        new Environment.Storage(Optional.empty(), List.of()),
        List.of());
  }
}
