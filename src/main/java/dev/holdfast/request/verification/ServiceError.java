package dev.holdfast.request.verification;

import dev.holdfast.support.ShortText;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What went wrong, in the service's own words. What it didn't say is an empty text.
 *
 * @param operationType such as {@code Restore}
 * @param action that failed in it, such as a stage
 */
public record ServiceError(
    Source source,
    String operationType,
    String action,
    String code,
    String message,
    Optional<Instant> failedAt,
    String correlationId) {

  /** Longer words are cut: they are stored with the request, and shown. */
  private static final int LONGEST = 1000;

  /** Who says so. The names are stored. */
  public enum Source {
    /** The operation that was ordered. */
    OPERATION,
    /** The errors of the environment's operations, {@code operationerrors} (facts 6.2). */
    OPERATION_ERRORS,
    /**
     * The history of operations in the environment's own Dataverse, {@code
     * msprov_operationhistories} (facts 6.5): what was done, with the state of it as the message.
     */
    OPERATION_HISTORY
  }

  public ServiceError {
    operationType = cut(operationType);
    action = cut(action);
    code = cut(code);
    message = cut(message);
    correlationId = cut(correlationId);
  }

  private static String cut(String words) {
    return ShortText.cut(words, LONGEST);
  }

  /** Such as {@code DataSyncFailed: The sync didn't end. (Restore, SyncDatabase)}. */
  public String words() {
    String where = joined(", ", operationType, action);
    String said = joined(": ", code, message);
    return where.isEmpty() ? said : (said + " (" + where + ")").strip();
  }

  private static String joined(String separator, String... words) {
    return Stream.of(words).filter(word -> !word.isBlank()).collect(Collectors.joining(separator));
  }
}
