package dev.holdfast.ticket;

import dev.holdfast.ticket.TicketProperties.Credential;
import dev.holdfast.ticket.TicketProperties.Jira;
import dev.holdfast.ticket.TicketProperties.ServiceNow;
import dev.holdfast.ticket.TicketProperties.Times;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of ticket systems for tests. */
public final class TicketSettings {

  /** No ticket system. */
  public static final TicketProperties NONE =
      of(Optional.empty(), Optional.empty(), credential(Optional.empty(), Optional.empty()));

  private TicketSettings() {}

  public static TicketProperties of(TicketKind kind, URI url) {
    return of(
        Optional.of(kind),
        Optional.of(url),
        credential(Optional.of("holdfast"), Optional.of("hush")));
  }

  public static TicketProperties of(TicketKind kind, URI url, Credential credential) {
    return of(Optional.of(kind), Optional.of(url), credential);
  }

  /** With basic authentication. */
  public static Credential credential(Optional<String> user, Optional<String> secret) {
    return new Credential(user, Optional.empty(), secret, Optional.empty(), Optional.empty());
  }

  private static TicketProperties of(
      Optional<TicketKind> kind, Optional<URI> url, Credential credential) {
    return new TicketProperties(
        kind,
        url,
        credential,
        Optional.empty(),
        new ServiceNow(List.of("-2", "-1"), List.of("approved")),
        new Jira(
            List.of("Implementing"),
            Optional.of("customfield_10061"),
            Optional.of("customfield_10062"),
            true),
        new Times(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMinutes(1)));
  }
}
