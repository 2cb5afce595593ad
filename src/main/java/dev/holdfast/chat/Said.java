package dev.holdfast.chat;

/**
 * A person wrote something to Holdfast.
 *
 * @param activityId Teams' id of the message; a retry by Teams carries the same
 * @param text without the mention of Holdfast
 */
public record Said(String activityId, Speaker who, Place where, String text) {}
