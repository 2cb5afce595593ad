package dev.holdfast.card.view;

/**
 * An environment as the from or the to of a request.
 *
 * @param name its display name
 * @param details what tells it from its namesakes: type, kind, region; may be empty
 */
public record EnvironmentSummary(String name, String details) {}
