package dev.holdfast.platform.http;

import dev.holdfast.platform.Operation;
import dev.holdfast.platform.OperationRef;
import dev.holdfast.platform.Poll;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One look at an operation, by the polling rules of facts 1.5: the state in the body decides, not
 * the status; 404, 409 and silence are neither success nor failure.
 */
public record Look(AdminHttp http, URI audience, KnownNames names) {

  /** What one of the two APIs makes of a body; empty when it names no state. */
  public interface Reader {
    Optional<Operation> read(JsonNode node, OperationRef ref);
  }

  public Poll at(OperationRef operation, Reader reader) {
    Call call =
        Call.read(
            operation.statusUrl(),
            "tell the state of an operation on environment " + names.of(operation.environmentId()));
    Reply reply = http.look(call, audience);
    if (reply.status() == 404 || reply.status() == 409) {
      return new Poll.Nothing(Failures.words(reply.answer()), reply.retryAfter());
    }
    if (!reply.successful()) {
      throw Failures.answered(call, reply);
    }
    if (reply.blank()) {
      return nothing(reply, "with an empty body");
    }
    JsonNode json = reply.json().orElseThrow(() -> Failures.garbled(call, reply, "it is not JSON"));
    return reader
        .read(json, operation)
        .<Poll>map(seen -> new Poll.Seen(seen, reply.retryAfter()))
        .orElseGet(() -> nothing(reply, "without a state"));
  }

  private static Poll nothing(Reply reply, String why) {
    return new Poll.Nothing("%d %s".formatted(reply.status(), why), reply.retryAfter());
  }
}
