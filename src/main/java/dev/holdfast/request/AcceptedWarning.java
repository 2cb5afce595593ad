package dev.holdfast.request;

/**
 * An amber finding of the preflight checks that the requester saw.
 *
 * @param rule the rule's id, such as {@code R13}
 */
public record AcceptedWarning(String rule, String sentence) {}
