package dev.holdfast.card.view;

/** A sentence across the top of a card that must not be overlooked. */
public record Banner(Tone tone, String text) {}
