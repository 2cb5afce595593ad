package dev.holdfast.adminapi;

import java.net.URI;

/**
 * Where an operation's state is read.
 *
 * @param environmentId the environment that the operation works on
 * @param statusUrl the absolute address that the service gave; may be on a regional host
 */
public record OperationLocator(String environmentId, URI statusUrl) {}
