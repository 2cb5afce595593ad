package dev.holdfast.request;

/**
 * An environment as the request names it: its id, and the display name that people saw when they
 * asked.
 */
public record EnvironmentName(String id, String displayName) {}
