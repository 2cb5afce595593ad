package dev.holdfast.card;

import dev.holdfast.card.Tone;

/** A sentence across the top of a card that must not be overlooked. */
public record Banner(Tone tone, String text) {}
