package dev.holdfast.adminapi;

/**
 * Whether a service principal is registered as a management application of Power Platform. Only a
 * person who is an administrator can register it (facts 1.1).
 *
 * @param clientId the application id of the service principal
 */
public record ManagementAppRegistration(String clientId, boolean registered) {}
