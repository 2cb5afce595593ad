package dev.holdfast.adminapi;

import dev.holdfast.entra.CallerIds;
import java.net.URI;
import java.util.Set;

/** Where the bearer tokens for the admin API come from. */
public interface AccessTokenProvider {

  /**
   * A bearer token that is good for at least the next minute.
   *
   * @param audience the resource as it names itself, such as {@code https://service.powerapps.com/}
   *     with its slash (facts 1.7)
   * @throws AdminApiException when there is none to be had, with the kind that says who can fix it
   */
  String bearer(URI audience);

  /**
   * The object ID and the application ID that the tokens stand for, in lower case; empty if they
   * aren't known.
   *
   * @throws AdminApiException when there is no token to be had
   */
  default Set<String> callerIds(URI audience) {
    return CallerIds.in(bearer(audience));
  }

  /**
   * The service did not take this token: it is not handed out again.
   *
   * @param audience what it had been asked for
   */
  default void refused(URI audience, String bearer) {}
}
