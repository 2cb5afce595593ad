package dev.holdfast.card;

import tools.jackson.databind.JsonNode;

/**
 * A finished Adaptive Card.
 *
 * @param json the card itself, version 1.5
 * @param summary one line of plain text for the toast and for screen readers
 */
public record Card(JsonNode json, String summary) {}
