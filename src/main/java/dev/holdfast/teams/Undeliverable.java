package dev.holdfast.teams;

import dev.holdfast.notice.Hindrance;
import dev.holdfast.notice.UndeliverableException;
import dev.holdfast.notice.UndeliverableException.Reason;
import java.util.Optional;

/**
 * What each answer of the connector means for a message, after Teams' table "Status codes from bot
 * conversational APIs".
 */
final class Undeliverable {

  private Undeliverable() {}

  /** A post whose fate is open may be there already. */
  static UndeliverableException posting(ConnectorException e) {
    return with(
        switch (e.status()) {
          case ConnectorException.NO_ANSWER, 408, 502, 503, 504 -> Reason.UNCERTAIN;
          case 404 -> Reason.UNREACHABLE;
          default -> reason(e.status());
        },
        e);
  }

  /** An update may be repeated: it ends in the same card. */
  static UndeliverableException updating(ConnectorException e) {
    return with(
        e.status() == 404 && !e.code().startsWith("Conversation")
            ? Reason.MESSAGE_GONE
            : e.status() == 404 ? Reason.UNREACHABLE : reason(e.status()),
        e);
  }

  /** A question has done nothing, and may be asked again. */
  static UndeliverableException asking(ConnectorException e) {
    return with(e.status() == 404 ? Reason.UNREACHABLE : reason(e.status()), e);
  }

  /**
   * Teams itself says not to repeat after 500. A bot that it does not know, 401, may be registered
   * or given another secret within hours, and until then the doctor says so.
   */
  private static Reason reason(int status) {
    return switch (status) {
      case ConnectorException.NOT_SENT,
          ConnectorException.NO_ANSWER,
          401,
          408,
          412,
          429,
          502,
          503,
          504 ->
          Reason.LATER;
      case 403 -> Reason.UNREACHABLE;
      default -> Reason.NEVER;
    };
  }

  private static UndeliverableException with(Reason reason, ConnectorException e) {
    var exception =
        hindrance(e)
            .map(
                hindrance ->
                    new UndeliverableException(reason, hindrance, e.getMessage(), e.retryAfter()))
            .orElseGet(() -> new UndeliverableException(reason, e.getMessage(), e.retryAfter()));
    exception.initCause(e);
    return exception;
  }

  /** What keeps it from there, where the answer says more than what to do about it. */
  private static Optional<Hindrance> hindrance(ConnectorException e) {
    return switch (e.code()) {
      case "BotDisabledByAdmin" -> Optional.of(Hindrance.DISABLED_BY_ADMIN);
      case "BotNotInConversationRoster" -> Optional.of(Hindrance.REMOVED);
      case "ConversationBlockedByUser", "MessageWritesBlocked" -> Optional.of(Hindrance.BLOCKED);
      case "ForbiddenOperationException" -> Optional.of(Hindrance.NOT_INSTALLED);
      case "InvalidBotApiHost" -> Optional.of(Hindrance.OPERATOR);
      default ->
          switch (e.status()) {
            case 401 -> Optional.of(Hindrance.OPERATOR);
            case 403 -> Optional.of(Hindrance.NOT_ALLOWED);
            case 404 -> Optional.of(Hindrance.GONE);
            case 413 -> Optional.of(Hindrance.TOO_LARGE);
            default -> Optional.empty();
          };
    };
  }
}
