package dev.holdfast.card.view;

/**
 * One stage of an operation.
 *
 * @param state the word for where it stands, such as {@code done} or {@code running}
 */
public record StageRow(String name, String state, Tone tone) {}
