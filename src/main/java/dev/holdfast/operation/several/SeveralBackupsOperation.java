package dev.holdfast.operation.several;

import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;
import java.util.Optional;

/** Create a manual backup of each of several environments. */
public final class SeveralBackupsOperation implements OperationType<SeveralBackupsSpec> {

  @Override
  public String kind() {
    return SeveralBackupsSpec.KIND;
  }

  @Override
  public Class<SeveralBackupsSpec> specType() {
    return SeveralBackupsSpec.class;
  }

  @Override
  public Optional<RequestForm<SeveralBackupsSpec>> form() {
    return Optional.of(new SeveralBackupsRequestForm());
  }

  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of(kind(), Map.of(OperationSide.SOURCE, EnvironmentRole.HELD));
  }

  /** Each part is checked before its own call. */
  @Override
  public OperationRules<SeveralBackupsSpec> rules() {
    return (spec, preflight) -> {
      throw SeveralBackupsExecution.byItsParts(spec);
    };
  }

  @Override
  public OperationExecution<SeveralBackupsSpec> execution() {
    return new SeveralBackupsExecution();
  }

  @Override
  public OperationPresenter<SeveralBackupsSpec> presenter() {
    return new SeveralBackupsPresenter();
  }
}
