package dev.holdfast.ticket;

/** A system that keeps tickets. Every method calls it, so no transaction may wait for one. */
public interface TicketSystem {

  TicketKind kind();

  /**
   * Whether a ticket allows an operation, leaving aside what time it is.
   *
   * @throws TicketSystemException when it doesn't say
   */
  TicketAnswer check(TicketQuestion question);

  /**
   * Writes a note to a ticket, unless one with its mark is there already.
   *
   * @throws TicketSystemException when it isn't known to be there afterwards
   */
  void write(TicketNote note);

  /**
   * Does nothing but see whether it answers.
   *
   * @throws TicketSystemException when it doesn't
   */
  void ping();
}
