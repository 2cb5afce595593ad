package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Kind;
import dev.holdfast.adminapi.finops.FinOpsAnswer;
import dev.holdfast.adminapi.finops.FinOpsAnswer.Reason;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads that may stay without an answer: whatever goes wrong is one, too, and says why. */
public record OptionalReads(AdminApiHttpClient http, URI audience) {

  /** Why nobody was asked where the Power Platform API isn't used. */
  public static final String NOT_USED =
      "Holdfast isn't set up to ask the Power Platform API (holdfast.admin-api.api).";

  /**
   * Asks with little patience, on the calling thread.
   *
   * @param reader empty when the body can't be read
   */
  public <T> FinOpsAnswer<T> ask(Supplier<HttpCall> call, Function<JsonNode, Optional<T>> reader) {
    try {
      return asked(call.get(), reader);
    } catch (AdminApiException e) {
      return none(reason(e.kind()), e.forLog());
    } catch (RuntimeException e) { // an address, a token, or a body may be odd in any way
      return none(Reason.UNREADABLE, e.toString());
    }
  }

  private <T> FinOpsAnswer<T> asked(HttpCall call, Function<JsonNode, Optional<T>> reader) {
    HttpReply reply = http.look(call, audience);
    if (!reply.successful()) {
      throw HttpErrorMapper.answered(call, reply);
    }
    return reply
        .json()
        .flatMap(reader)
        .<FinOpsAnswer<T>>map(FinOpsAnswer.Known::new)
        .orElseThrow(() -> HttpErrorMapper.garbled(call, reply, "it isn't what was asked for"));
  }

  /** There is no answer. */
  public static <T> FinOpsAnswer<T> none(Reason reason, String why) {
    return new FinOpsAnswer.Unavailable<>(reason, why);
  }

  /** An environment that a part of the service doesn't see yet is there all the same. */
  private static Reason reason(Kind kind) {
    return switch (kind) {
      case UNAUTHORIZED, NOT_REGISTERED, FORBIDDEN -> Reason.REFUSED;
      case NOT_FOUND -> Reason.NOT_THERE;
      case NOT_YET, BUSY, REHEARSAL, THROTTLED, UNREACHABLE, UNAVAILABLE -> Reason.UNREACHABLE;
      case INVALID, NO_CAPACITY, GARBLED -> Reason.UNREADABLE;
    };
  }
}
