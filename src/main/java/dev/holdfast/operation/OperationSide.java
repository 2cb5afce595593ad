package dev.holdfast.operation;

import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;

/** Which of the environments of an operation is meant. */
public enum OperationSide {
  SOURCE,
  TARGET;

  /** What an operation does with them that overwrites one with the data of the other. */
  public static final Map<OperationSide, EnvironmentRole> OF_OVERWRITING =
      Map.of(SOURCE, EnvironmentRole.DATA_LEAVES, TARGET, EnvironmentRole.OVERWRITTEN);
}
