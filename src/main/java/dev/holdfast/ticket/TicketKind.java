package dev.holdfast.ticket;

/** Which system keeps the tickets. */
public enum TicketKind {
  SERVICENOW("CHG\\d{7,20}"),
  JIRA("[A-Z][A-Z0-9_]{0,30}-\\d{1,12}"),
  HTTP("[A-Z0-9][A-Z0-9._-]{0,39}");

  private final String pattern;

  TicketKind(String pattern) {
    this.pattern = pattern;
  }

  /** What tickets are called there, in upper case, unless the settings say otherwise. */
  String pattern() {
    return pattern;
  }
}
