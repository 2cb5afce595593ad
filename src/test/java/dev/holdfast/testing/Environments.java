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
        id,
        name,
        type,
        word,
        region,
        Optional.empty(),
        new FinOpsLink.None(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
