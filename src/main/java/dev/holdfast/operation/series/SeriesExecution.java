package dev.holdfast.operation.series;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.message.Message;
import dev.holdfast.operation.OperationExecution;
import dev.holdfast.operation.Verification;
import dev.holdfast.operation.repeat.SeriesSpec;
import java.time.Instant;
import java.util.Set;

/** A series calls nothing: its runs do. */
final class SeriesExecution implements OperationExecution<SeriesSpec> {

  @Override
  public OperationAccepted start(SeriesSpec spec, AdminApi api) {
    throw new IllegalStateException("A series is never called.");
  }

  /** Never asked for; a backup changes nothing. */
  @Override
  public AdminApi.Order ordered() {
    return AdminApi.Order.BACKUP;
  }

  /** The service knows no such operation. */
  @Override
  public Set<String> operationTypes() {
    return Set.of(SeriesSpec.KIND);
  }

  @Override
  public Verification verify(SeriesSpec spec, Instant earliest, AdminApi api) {
    return new Verification.NotYet(Message.of("series.title"));
  }
}
