package dev.holdfast.card.view;

/** A name and its value, side by side. */
public record Fact(String name, String value) {}
