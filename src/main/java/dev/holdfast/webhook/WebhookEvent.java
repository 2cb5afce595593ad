package dev.holdfast.webhook;

import dev.holdfast.request.RequestId;
import java.time.Instant;

/**
 * An event on its way to one endpoint.
 *
 * @param version of the request, which orders its events
 * @param eventId the same for each endpoint and each attempt
 */
record WebhookEvent(
    long id,
    String endpoint,
    RequestId request,
    long version,
    String eventId,
    String body,
    Progress progress) {

  /**
   * How far it is.
   *
   * @param since when it was written, or released, or came to its end
   * @param attempts how often it was sent since it was written or released
   */
  record Progress(WebhookState state, Instant since, int attempts) {}
}
