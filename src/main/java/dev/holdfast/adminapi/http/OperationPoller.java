package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AdminOperation;
import dev.holdfast.adminapi.OperationLocator;
import dev.holdfast.adminapi.PollResult;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One look at an operation, by the polling rules of facts 1.5: the state in the body decides, not
 * the status; 404, 409 and silence are neither success nor failure.
 */
public record OperationPoller(AdminApiHttpClient http, URI audience, KnownNames names) {

  /** What one of the two APIs makes of a body; empty when it names no state. */
  public interface Reader {
    Optional<AdminOperation> read(JsonNode node, OperationLocator ref);
  }

  public PollResult at(OperationLocator operation, Reader reader) {
    HttpCall call =
        HttpCall.read(
            operation.statusUrl(),
            "tell the state of an operation on environment " + names.of(operation.environmentId()));
    HttpReply reply = http.look(call, audience);
    if (reply.status() == 404 || reply.status() == 409) {
      return new PollResult.Nothing(HttpErrorMapper.words(reply.answer()), reply.retryAfter());
    }
    if (!reply.successful()) {
      throw HttpErrorMapper.answered(call, reply);
    }
    if (reply.blank()) {
      return nothing(reply, "with an empty body");
    }
    JsonNode json =
        reply.json().orElseThrow(() -> HttpErrorMapper.garbled(call, reply, "it is not JSON"));
    return reader
        .read(json, operation)
        .<PollResult>map(seen -> new PollResult.Seen(seen, reply.retryAfter()))
        .orElseGet(() -> nothing(reply, "without a state"));
  }

  private static PollResult nothing(HttpReply reply, String why) {
    return new PollResult.Nothing("%d %s".formatted(reply.status(), why), reply.retryAfter());
  }
}
