package dev.holdfast.testing;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call that the bot made to the fake connector.
 *
 * @param path as it was on the wire, with its escapes
 * @param query the same; empty if there was none
 */
public record FakeCall(
    String method, String path, String query, JsonNode body, Optional<String> authorization) {

  /** Whether it is about a message that one member alone sees (facts B7). */
  boolean targeted() {
    return query.equals("isTargetedActivity=true");
  }
}
