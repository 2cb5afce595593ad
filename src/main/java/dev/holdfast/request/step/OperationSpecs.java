package dev.holdfast.request.step;

import java.util.Collection;

/** Which kinds of specs there are: stored requests are read with them. */
public interface OperationSpecs {

  /** The records, each with its kind as {@code @JsonTypeName}. */
  Collection<Class<? extends OperationSpec>> specTypes();

  /**
   * What has to be done to take an environment out of administration mode.
   *
   * @param parent the ID of the request that has left it in the mode, as people read it
   */
  OperationSpec leaveAdminMode(EnvironmentRef target, String parent);
}
