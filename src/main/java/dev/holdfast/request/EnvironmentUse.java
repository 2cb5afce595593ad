package dev.holdfast.request;

import dev.holdfast.request.EnvironmentRef;
import dev.holdfast.request.EnvironmentRole;

/** An environment that a request touches, and how. */
public record EnvironmentUse(EnvironmentRef environment, EnvironmentRole role) {}
