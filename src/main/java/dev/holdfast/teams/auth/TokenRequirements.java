package dev.holdfast.teams.auth;

import java.net.URI;

/**
 * What a token must say to be taken.
 *
 * @param appId the bot's application id, the audience
 * @param issuer the cloud's Bot Framework
 * @param metadata the OpenID document that leads to the issuer's keys
 */
public record TokenRequirements(String appId, String issuer, URI metadata) {

  /** An audience is the application id, or one of the URIs that Entra gives to a bot. */
  boolean isAudience(String audience) {
    return audience.equals(appId)
        || audience.equals("api://" + appId)
        || audience.equals("api://botid-" + appId);
  }
}
