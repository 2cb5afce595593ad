package dev.holdfast.teams.outbound;

import dev.holdfast.messaging.DeliveryException;
import dev.holdfast.messaging.DeliveryException.Reason;
import dev.holdfast.messaging.DeliveryFailureReason;
import java.util.Optional;
import java.util.Set;

/**
 * What each answer of the connector means for a message, after Teams' table "Status codes from bot
 * conversational APIs".
 */
final class ConnectorErrorMapper {

  private static final Set<String> FIXED_BY_ADMINISTRATORS =
      Set.of("BotDisabledByAdmin", "InvalidBotApiHost");

  private ConnectorErrorMapper() {}

  /**
   * A post whose fate is open may be there already. Teams' table says not to repeat after 500, but
   * nobody learns of a message that is lost, and a duplicate does little harm.
   */
  static DeliveryException posting(ConnectorException e) {
    boolean open =
        e.status() == ConnectorException.NO_ANSWER || e.status() == 408 || e.status() >= 500;
    return with(open ? Reason.UNCERTAIN : reason(e), e);
  }

  /** Opening a chat that exists returns it, so it may be repeated. */
  static DeliveryException opening(ConnectorException e) {
    return with(reason(e), e);
  }

  /** An update may be repeated: it ends in the same card. */
  static DeliveryException updating(ConnectorException e) {
    return with(
        e.status() == 404 && !e.code().startsWith("Conversation") ? Reason.MESSAGE_GONE : reason(e),
        e);
  }

  /** The message to update isn't there for a reason other than that it was deleted. */
  static DeliveryException gone(ConnectorException e) {
    return with(Reason.MESSAGE_GONE, e);
  }

  /** A question has done nothing, and may be asked again. */
  static DeliveryException asking(ConnectorException e) {
    return with(reason(e), e);
  }

  /**
   * Where nothing can have been done, or may be done twice. What an operator or an administrator
   * can fix within hours is tried again, and until then the doctor says so: a bot that Teams does
   * not know (401), is called on the wrong host, or is disabled in the tenant.
   */
  private static Reason reason(ConnectorException e) {
    if (e.status() >= 500 || FIXED_BY_ADMINISTRATORS.contains(e.code())) {
      return Reason.LATER;
    }
    return switch (e.status()) {
      case ConnectorException.NOT_SENT,
          ConnectorException.NO_ANSWER,
          401,
          408,
          409,
          412,
          425,
          429 ->
          Reason.LATER;
      case 403, 404 -> Reason.UNREACHABLE;
      default -> Reason.NEVER;
    };
  }

  private static DeliveryException with(Reason reason, ConnectorException e) {
    var exception =
        hindrance(e)
            .map(
                hindrance ->
                    new DeliveryException(reason, hindrance, e.getMessage(), e.retryAfter()))
            .orElseGet(() -> new DeliveryException(reason, e.getMessage(), e.retryAfter()));
    exception.initCause(e);
    return exception;
  }

  /** What keeps it from there, where the answer says more than what to do about it. */
  private static Optional<DeliveryFailureReason> hindrance(ConnectorException e) {
    return switch (e.code()) {
      case "BotDisabledByAdmin" -> Optional.of(DeliveryFailureReason.DISABLED_BY_ADMIN);
      case "BotNotInConversationRoster" -> Optional.of(DeliveryFailureReason.REMOVED);
      case "ConversationBlockedByUser", "MessageWritesBlocked" ->
          Optional.of(DeliveryFailureReason.BLOCKED);
      case "ForbiddenOperationException" -> Optional.of(DeliveryFailureReason.NOT_INSTALLED);
      case "InvalidBotApiHost" -> Optional.of(DeliveryFailureReason.OPERATOR);
      default ->
          switch (e.status()) {
            case 401 -> Optional.of(DeliveryFailureReason.OPERATOR);
            case 403 -> Optional.of(DeliveryFailureReason.NOT_ALLOWED);
            case 404 -> Optional.of(DeliveryFailureReason.GONE);
            case 413 -> Optional.of(DeliveryFailureReason.TOO_LARGE);
            default -> Optional.empty();
          };
    };
  }
}
