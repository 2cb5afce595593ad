package dev.holdfast.simulator.world;

import org.jspecify.annotations.Nullable;

/** What an operation leaves behind in its environment when it succeeds; null changes nothing. */
public record OperationEffect(
    @Nullable String displayName,
    @Nullable String runtimeState,
    @Nullable String backgroundOperations,
    @Nullable String securityGroup) {

  static final OperationEffect NONE = new OperationEffect(null, null, null, null);
}
