package dev.holdfast.vocabulary;

import java.time.Instant;

/**
 * A word of the service that no page about it shows.
 *
 * @param place where it was met, such as {@code BAP environment: properties.environmentSku}
 * @param value the word, or in brackets what was there instead
 * @param count how often it was met; a process that dies forgets those of its last minute
 */
public record UnknownWord(
    String place, String value, Instant firstSeen, Instant lastSeen, long count) {}
