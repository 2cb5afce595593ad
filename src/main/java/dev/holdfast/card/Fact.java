package dev.holdfast.card;

/** A name and its value, side by side. */
public record Fact(String name, String value) {}
