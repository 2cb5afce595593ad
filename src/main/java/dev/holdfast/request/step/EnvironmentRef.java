package dev.holdfast.request.step;

/**
 * An environment as the request names it.
 *
 * @param displayName as people saw it when they asked
 * @param details what told it from its namesakes then: type, kind, region; may be empty
 */
public record EnvironmentRef(String id, String displayName, String details) {}
