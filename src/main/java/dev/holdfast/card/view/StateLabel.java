package dev.holdfast.card.view;

/** A state in words, and how it looks. */
public record StateLabel(String state, Tone tone) {}
