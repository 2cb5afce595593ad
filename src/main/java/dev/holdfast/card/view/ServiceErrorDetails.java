package dev.holdfast.card.view;

import java.util.List;

/**
 * What the admin API said itself, for the one who will ask its support.
 *
 * @param words the service's own message, unchanged; may be empty
 * @param ids its code, correlation id, operation id
 */
public record ServiceErrorDetails(String words, List<Fact> ids) {}
