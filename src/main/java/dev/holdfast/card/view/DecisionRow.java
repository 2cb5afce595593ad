package dev.holdfast.card.view;

import java.util.Optional;

/**
 * What an approver decided.
 *
 * @param verb such as {@code approved} or {@code rejected}
 * @param when in the reader's zone
 */
public record DecisionRow(
    Tone tone, String who, String verb, String when, Optional<String> comment) {}
