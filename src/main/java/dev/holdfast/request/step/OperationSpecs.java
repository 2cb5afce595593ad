package dev.holdfast.request.step;

import java.util.Collection;

/** Which kinds of specs there are: stored requests are read with them. */
public interface OperationSpecs {

  /** The records, each with its kind as {@code @JsonTypeName}. */
  Collection<Class<? extends OperationSpec>> specTypes();
}
