package dev.holdfast.ticket;

import dev.holdfast.message.Message;

/** Whether a ticket allows an operation. */
public sealed interface TicketAnswer {

  /** It does, in its time. */
  record Allowed(TicketWindow window) implements TicketAnswer {}

  /**
   * It doesn't.
   *
   * @param reason a clause: {@code its state is Closed}
   */
  record Denied(Message reason) implements TicketAnswer {}

  /**
   * It isn't known now, which allows nothing.
   *
   * @param reason a clause: {@code the ticket system didn't answer}
   */
  record Unavailable(Message reason) implements TicketAnswer {}

  static TicketAnswer denied(String code, Object... arguments) {
    return new Denied(Message.of(code, arguments));
  }
}
