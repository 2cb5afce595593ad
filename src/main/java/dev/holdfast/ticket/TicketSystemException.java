package dev.holdfast.ticket;

import dev.holdfast.message.Message;
import dev.holdfast.message.StoredMessage;

/** The ticket system doesn't say what it was asked, or didn't do it. */
public final class TicketSystemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Message reason;

  /**
   * @param reason a clause, without any secret
   */
  public TicketSystemException(Message reason) {
    super(StoredMessage.english(reason));
    this.reason = reason;
  }

  public static TicketSystemException of(String code, Object... arguments) {
    return new TicketSystemException(Message.of(code, arguments));
  }

  public Message reason() {
    return reason;
  }
}
