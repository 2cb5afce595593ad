package dev.holdfast.operation;

import dev.holdfast.card.CardView;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * How the review of a form is shown.
 *
 * @param view the card
 * @param edit from what was put into the form, as it was stored, to the data that fills it in again
 */
public record ReviewForm(
    Function<ReviewContent, CardView> view, Function<JsonNode, Map<String, String>> edit) {}
