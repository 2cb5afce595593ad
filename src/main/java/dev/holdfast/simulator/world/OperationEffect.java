package dev.holdfast.simulator.world;

import org.jspecify.annotations.Nullable;

/** What an operation leaves behind in its environment when it succeeds; null changes nothing. */
public record OperationEffect(
    @Nullable String displayName,
    @Nullable String runtimeState,
    @Nullable String backgroundOperations,
    @Nullable String securityGroup,
    @Nullable String applicationVersion) {

  static final OperationEffect NONE = new OperationEffect(null, null, null, null, null);

  /** What overwriting leaves behind: administration mode, and the code of the source. */
  public static OperationEffect overwritten(
      @Nullable String displayName,
      @Nullable String securityGroup,
      @Nullable String applicationVersion) {
    return new OperationEffect(
        displayName, "AdminMode", "Disabled", securityGroup, applicationVersion);
  }
}
