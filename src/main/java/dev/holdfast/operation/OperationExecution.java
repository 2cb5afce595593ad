package dev.holdfast.operation;

import dev.holdfast.adminapi.AdminApi;
import dev.holdfast.adminapi.Backup;
import dev.holdfast.adminapi.OperationAccepted;
import dev.holdfast.request.step.OperationSpec;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How a type of operation is carried out. Each method throws what {@link AdminApi} throws. */
public interface OperationExecution<S extends OperationSpec> {

  /** Calls the admin API to start it: the one place where it is ordered. */
  OperationAccepted start(S spec, AdminApi api);

  /** What it orders, which decides on the admin API that takes it. */
  AdminApi.Order ordered();

  /** The types under which the service lists its operation, in lower case. */
  Set<String> operationTypes();

  /**
   * Whether ordering it twice does no harm. Then it's ordered again where an answer was lost, and
   * after a while it has failed rather than become unknown.
   */
  default boolean idempotent() {
    return false;
  }

  /**
   * Whether the service lists what it made, such as a backup. Then its end can be seen without an
   * operation to follow.
   */
  default boolean isListed() {
    return false;
  }

  /**
   * Whether {@link #verify} alone shows that it's done, such as a backup that is no longer listed.
   * Then its end can be seen without an operation to follow.
   */
  default boolean showsByItself() {
    return idempotent();
  }

  /**
   * What it made, as the service lists it.
   *
   * @param earliest it isn't older than this
   */
  default Optional<Backup> listed(S spec, Instant earliest, AdminApi api) {
    return Optional.empty();
  }

  /**
   * Whether the environment shows that it is done.
   *
   * @param earliest what it made isn't older than this
   */
  Verification verify(S spec, Instant earliest, AdminApi api);
}
