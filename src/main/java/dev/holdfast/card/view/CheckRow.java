package dev.holdfast.card.view;

import java.util.Optional;

/**
 * One check and how it came out.
 *
 * @param mark GOOD is green, ATTENTION amber, BAD red
 * @param sentence the reason in words, complete in itself
 * @param source where the rule comes from, such as a page of the documentation
 */
public record CheckRow(Tone mark, String sentence, Optional<String> source) {}
