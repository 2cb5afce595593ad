package dev.holdfast.api.order;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an application has asked for.
 *
 * @param content what it sent
 * @param request what has become of it
 */
public record Order(
    String id,
    Person by,
    Content content,
    OrderState state,
    Optional<RequestId> request,
    OrderResult result,
    Instant at) {

  /**
   * What was sent, as it's stored.
   *
   * @param kind of the operation
   * @param fields by name, as text
   * @param dryRun whether it's to be checked alone
   */
  public record Content(String kind, Map<String, String> fields, boolean dryRun) {

    public Content {
      fields = Map.copyOf(fields);
    }
  }
}
