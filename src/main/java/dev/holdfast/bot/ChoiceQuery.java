package dev.holdfast.bot;

import java.util.Map;

/**
 * A person types into an input whose choices are searched for (facts B3).
 *
 * @param dataset what the card said is searched, as {@link ChoiceQuerySource} reads it
 * @param text what was typed so far; may be empty
 * @param inputs what the card's other inputs hold, where the client sends them
 * @param skip how many of the best were shown before
 * @param top how many are asked for
 */
public record ChoiceQuery(
    ChatUser who, String dataset, String text, Map<String, String> inputs, int skip, int top) {}
