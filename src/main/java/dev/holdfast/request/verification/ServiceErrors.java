package dev.holdfast.request.verification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the service said went wrong since an operation was ordered.
 *
 * @param readAt when it was read
 * @param errors as the service orders them, the oldest first
 */
public record ServiceErrors(Instant readAt, List<ServiceError> errors) {

  private static final int MOST = 20;

  /** The newest say how it ended. */
  public ServiceErrors {
    List<ServiceError> all = Objects.requireNonNullElse(errors, List.of());
    errors = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }
}
