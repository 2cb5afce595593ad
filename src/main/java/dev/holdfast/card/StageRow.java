package dev.holdfast.card;

import dev.holdfast.card.Tone;

/**
 * One stage of an operation.
 *
 * @param state the word for where it stands, such as {@code done} or {@code running}
 */
public record StageRow(String name, String state, Tone tone) {}
