package dev.holdfast.operation.series;

import dev.holdfast.operation.OperationCatalog;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.OperationPresenter;
import dev.holdfast.operation.OperationRules;
import dev.holdfast.operation.OperationSide;
import dev.holdfast.operation.OperationType;
import dev.holdfast.operation.RequestForm;
import dev.holdfast.operation.repeat.SeriesSpec;
import dev.holdfast.request.step.EnvironmentRole;
import java.util.Map;
import java.util.Optional;

/** Do the same again and again. */
public final class SeriesOperation implements OperationType<SeriesSpec> {

  private final OperationCatalog operations;

  /**
   * @param operations what can be done again and again
   */
  public SeriesOperation(OperationCatalog operations) {
    this.operations = operations;
  }

  @Override
  public String kind() {
    return SeriesSpec.KIND;
  }

  @Override
  public Class<SeriesSpec> specType() {
    return SeriesSpec.class;
  }

  @Override
  public Optional<RequestForm<SeriesSpec>> form() {
    return Optional.of(new SeriesRequestForm(operations));
  }

  /** Those of what it does each time. */
  @Override
  public Map<String, Map<OperationSide, EnvironmentRole>> roles() {
    return Map.of();
  }

  @Override
  public OperationRules<SeriesSpec> rules() {
    return (spec, preflight) -> operations.of(spec.run()).beforeTheCall(preflight);
  }

  @Override
  public OperationExecution<SeriesSpec> execution() {
    return new SeriesExecution();
  }

  @Override
  public OperationPresenter<SeriesSpec> presenter() {
    return new SeriesPresenter(operations);
  }
}
