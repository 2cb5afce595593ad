package dev.holdfast.adminapi.http;

import dev.holdfast.adminapi.AdminApiException;
import dev.holdfast.adminapi.AdminApiException.Answer;
import dev.holdfast.adminapi.AdminApiException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** From what went wrong on the wire to the exception that says who can fix it (facts 1.8). */
public final class HttpErrorMapper {

  private static final Pattern NOT_REGISTERED =
      Pattern.compile(
          "service principal.*does not have permission to access the path",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String FATE_OPEN = " It is not known whether the service took the order.";

  private HttpErrorMapper() {}

  public static AdminApiException answered(HttpCall call, HttpReply reply) {
    Answer answer = reply.answer();
    Kind kind = kind(answer, reply);
    if (kind == Kind.NOT_REGISTERED) {
      return notRegistered(call, reply);
    }
    String sentence =
        "Power Platform did not %s: it answered %s. %s"
            .formatted(call.what(), words(answer), advice(kind, call, reply));
    return new AdminApiException(kind, sentence, answer);
  }

  /** The command comes before the service's words, because cards cut what is long at its end. */
  private static AdminApiException notRegistered(HttpCall call, HttpReply reply) {
    String command = reply.asker().registerCommand();
    String sentence =
        ("Power Platform did not %s, because Holdfast's service principal isn't a management"
                + " application. A Power Platform administrator registers it, signed in as a"
                + " person, in PowerShell: %s. It answered %s.")
            .formatted(call.what(), command, words(reply.answer()));
    return new AdminApiException(Kind.NOT_REGISTERED, sentence, reply.answer(), command);
  }

  /** An answer that is not what the service is known to say. */
  public static AdminApiException garbled(HttpCall call, HttpReply reply, String why) {
    Answer answer = reply.answer();
    String sentence =
        "Power Platform was asked to %s, and its answer %d makes no sense: %s."
            .formatted(call.what(), reply.status(), why);
    return new AdminApiException(Kind.GARBLED, sentence, answer);
  }

  static AdminApiException cut(HttpCall call, IOException cause) {
    if (neverLeft(cause)) {
      return new AdminApiException(
          Kind.UNREACHABLE,
          "Power Platform could not be reached to %s: no connection to %s. Nothing was sent."
              .formatted(call.what(), call.address().getHost()),
          cause);
    }
    String how =
        cause instanceof HttpTimeoutException
            ? "it did not answer in time"
            : "the connection broke before the answer was there";
    return new AdminApiException(
        Kind.UNAVAILABLE,
        "Power Platform was asked to %s, but %s.%s"
            .formatted(call.what(), how, call.order() ? FATE_OPEN : ""),
        cause);
  }

  /**
   * Only a connection that never stood proves that nothing was sent. A failed TLS handshake is not
   * counted here although it most likely proves the same.
   */
  static boolean neverLeft(IOException cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
  }

  private static Kind kind(Answer answer, HttpReply reply) {
    int status = answer.status();
    return switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> forbidden(answer);
      case 404 ->
          reply.codes().stream().anyMatch("ServiceToServiceEnvironmentNotFound"::equalsIgnoreCase)
              ? Kind.NOT_YET
              : Kind.NOT_FOUND;
      case 408, 425, 499 -> Kind.UNAVAILABLE;
      case 409 -> conflict(reply);
      case 429 -> Kind.THROTTLED;
      default -> {
        if (status >= 500) {
          yield Kind.UNAVAILABLE;
        }
        // A redirect is never followed, so it is an answer that nobody can use
        yield status >= 400 ? Kind.INVALID : Kind.GARBLED;
      }
    };
  }

  /** The service says both with the code Forbidden; only the words differ (facts 1.8). */
  private static Kind forbidden(Answer answer) {
    return answer.message().filter(words -> NOT_REGISTERED.matcher(words).find()).isPresent()
        ? Kind.NOT_REGISTERED
        : Kind.FORBIDDEN;
  }

  /** A 409 that names no fault means busy too (facts 1.8); another code is plainly a no. */
  private static Kind conflict(HttpReply reply) {
    List<String> codes = reply.codes();
    if (codes.stream().anyMatch(code -> lower(code).startsWith("insufficientcapacity"))) {
      return Kind.NO_CAPACITY;
    }
    boolean faultless = codes.isEmpty() && reply.detail().isEmpty();
    return faultless || codes.stream().anyMatch("OperationNotStartable"::equalsIgnoreCase)
        ? Kind.BUSY
        : Kind.INVALID;
  }

  private static String lower(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  /** The service's own words, such as {@code 409 OperationNotStartable, "There is …"}. */
  public static String words(Answer answer) {
    String status = answer.status() + answer.code().map(code -> " " + code).orElse("");
    return answer
        .message()
        .map(message -> "%s, \"%s\"".formatted(status, message))
        .orElse(status + " without a reason");
  }

  private static String advice(Kind kind, HttpCall call, HttpReply reply) {
    return switch (kind) {
      case INVALID -> "Change what the service objects to and ask again.";
      case NOT_FOUND ->
          "Either it is not there, or Holdfast's service principal lacks the role to see it.";
      case NOT_YET ->
          "A part of the service does not see the environment yet; it works again after a while.";
      case BUSY ->
          "An environment takes one operation at a time; try again when the running one has ended.";
      case NO_CAPACITY ->
          "It needs 1 GB of free database capacity; free or buy some, then ask again.";
      case UNAUTHORIZED ->
          "Holdfast's token was not accepted; the operator must check tenant, client id, credential"
              + " and audience.";
      case NOT_REGISTERED, REHEARSAL -> "";
      case FORBIDDEN ->
          "Holdfast's service principal lacks the role for this; the operator must give it one,"
              + " such"
              + " as %s.".formatted(reply.asker().role());
      case THROTTLED -> "There were too many calls. " + patience(reply);
      case UNAVAILABLE, UNREACHABLE, GARBLED ->
          "The service is in trouble; it may work again after a while."
              + (call.order() ? FATE_OPEN : "");
    };
  }

  /** How long the service asks to wait, and what it says is left (facts 1.8). */
  private static String patience(HttpReply reply) {
    String wait =
        reply
            .retryAfter()
            .map(time -> "The service asks to wait %d s.".formatted(time.toSeconds()))
            .orElse("It works again after a while.");
    return wait + left(reply, "burst", "at once") + left(reply, "time", "in this period");
  }

  private static String left(HttpReply reply, String limit, String when) {
    return reply
        .header("x-ms-ratelimit-%s-remaining-tenant-requests".formatted(limit))
        .map(number -> " It still takes %s calls of the tenant %s.".formatted(number, when))
        .orElse("");
  }
}
