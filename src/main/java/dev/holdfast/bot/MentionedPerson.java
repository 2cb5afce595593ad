package dev.holdfast.bot;

import java.util.Optional;

/**
 * A person whom a message mentions.
 *
 * @param name as it is in the text of the message
 * @param entraId empty where Teams doesn't say who it is
 */
public record MentionedPerson(String name, Optional<String> entraId) {}
