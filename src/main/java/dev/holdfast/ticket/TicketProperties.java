package dev.holdfast.ticket;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The system that keeps change tickets.
 *
 * @param kind which one; empty for none
 * @param url where it is; for {@code http} the endpoint itself
 * @param pattern what its tickets are called, a regular expression for the whole of it in upper
 *     case; that of the kind unless set
 */
@ConfigurationProperties("holdfast.tickets")
public record TicketProperties(
    Optional<TicketKind> kind,
    Optional<URI> url,
    @DefaultValue Credential credential,
    Optional<String> pattern,
    @DefaultValue ServiceNow servicenow,
    @DefaultValue Jira jira,
    @DefaultValue Times times) {

  /**
   * How Holdfast signs in: with a user and a password (or API token), with a client ID and a secret
   * for OAuth's client credentials, or with a token alone.
   *
   * @param user for basic authentication
   * @param clientId for OAuth
   * @param secret the password, client secret, or token
   * @param secretFile a file that holds it, read at each use
   * @param tokenUrl where OAuth's tokens are; {@code /oauth_token.do} of ServiceNow unless set
   */
  public record Credential(
      Optional<String> user,
      Optional<String> clientId,
      Optional<String> secret,
      Optional<String> secretFile,
      Optional<URI> tokenUrl) {

    boolean isGiven() {
      return secret.isPresent() || secretFile.isPresent();
    }

    /** A record would show the secret. */
    @Override
    public String toString() {
      return "Credential[user=%s, clientId=%s]".formatted(user, clientId);
    }
  }

  /**
   * What ServiceNow has to say of a change.
   *
   * @param states the values of its state in which it may be carried out; Scheduled and Implement
   * @param approvals the values of its approval with which it may
   */
  public record ServiceNow(
      @DefaultValue({"-2", "-1"}) List<String> states,
      @DefaultValue("approved") List<String> approvals) {}

  /**
   * What Jira has to say of an issue.
   *
   * @param statuses the names of the statuses in which it may be carried out
   * @param startField the ID of the field in which its time begins, such as {@code
   *     customfield_10061}; empty for no beginning
   * @param endField that in which it ends; empty for no end
   * @param approvals whether its last approval in Jira Service Management has to be a yes
   */
  public record Jira(
      @DefaultValue List<String> statuses,
      Optional<String> startField,
      Optional<String> endField,
      @DefaultValue("true") boolean approvals) {}

  /**
   * How patient Holdfast is.
   *
   * @param timeout for one call
   * @param decisionLimit how long a click on Approve waits for a check
   * @param freshFor how old the check may be by which an approval counts
   */
  public record Times(
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("3s") Duration decisionLimit,
      @DefaultValue("1m") Duration freshFor) {}
}
