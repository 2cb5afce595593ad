package dev.holdfast.adminapi;

/** An environment that the service itself offers as the target of a restore. */
public record RestoreCandidate(String environmentId, String displayName) {}
