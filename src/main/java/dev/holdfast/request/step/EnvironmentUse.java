package dev.holdfast.request.step;

/** An environment that a request touches, and how. */
public record EnvironmentUse(EnvironmentRef environment, EnvironmentRole role) {}
