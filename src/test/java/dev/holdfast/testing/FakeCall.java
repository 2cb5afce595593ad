package dev.holdfast.testing;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call that the bot made to the fake connector.
 *
 * @param path as it was on the wire, with its escapes
 */
public record FakeCall(String method, String path, JsonNode body, Optional<String> authorization) {}
