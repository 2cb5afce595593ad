package dev.holdfast.simulator.world;

import org.jspecify.annotations.Nullable;

/** What an operation leaves behind in its environment when it succeeds; null changes nothing. */
public record OperationEffect(
    @Nullable String displayName,
    @Nullable String runtimeState,
    @Nullable String backgroundOperations,
    @Nullable String securityGroup,
    @Nullable String applicationVersion,
    @Nullable Integer retentionDays) {

  static final OperationEffect NONE = new OperationEffect(null, null, null, null, null, null);

  /** What a change of administration mode leaves behind. */
  public static OperationEffect mode(String runtimeState, String backgroundOperations) {
    return new OperationEffect(null, runtimeState, backgroundOperations, null, null, null);
  }

  /** What a change of the backup retention leaves behind. */
  public static OperationEffect retention(int days) {
    return new OperationEffect(null, null, null, null, null, days);
  }

  /** What overwriting leaves behind: administration mode, and the code of the source. */
  public static OperationEffect overwritten(
      @Nullable String displayName,
      @Nullable String securityGroup,
      @Nullable String applicationVersion) {
    return new OperationEffect(
        displayName, "AdminMode", "Disabled", securityGroup, applicationVersion, null);
  }
}
