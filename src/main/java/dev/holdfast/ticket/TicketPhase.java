package dev.holdfast.ticket;

/** When a ticket is checked; the names go to the endpoint, in lower case. */
public enum TicketPhase {
  REVIEW,
  APPROVAL,
  CALL
}
