package dev.holdfast.ticket;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which system keeps the tickets. */
public enum TicketKind {
  SERVICENOW(
      "CHG\\d{7,20}", "/nav_to.do?uri=change_request.do%3Fsysparm_query%3Dnumber%3D{ticket}"),
  JIRA("[A-Z][A-Z0-9_]{0,30}-\\d{1,12}", "/browse/{ticket}"),
  /** Where its tickets are shown to people isn't known. */
  HTTP("[A-Z0-9][A-Z0-9._-]{0,39}", "");

  /** Jira's gateway for applications shows people nothing. */
  private static final String GATEWAY = "api.atlassian.com";

  private final String pattern;
  private final String page;

  TicketKind(String pattern, String page) {
    this.pattern = pattern;
    this.page = page;
  }

  /** What tickets are called there, in upper case, unless the settings say otherwise. */
  String pattern() {
    return pattern;
  }

  /**
   * The page that shows a ticket to people.
   *
   * @param system where the system is
   * @param ticket as it names it
   */
  Optional<String> page(URI system, String ticket) {
    if (page.isEmpty() || GATEWAY.equalsIgnoreCase(system.getHost())) {
      return Optional.empty();
    }
    String name = URLEncoder.encode(ticket, StandardCharsets.UTF_8).replace("+", "%20");
    return Optional.of(system.toString().replaceFirst("/$", "") + page.replace("{ticket}", name));
  }
}
