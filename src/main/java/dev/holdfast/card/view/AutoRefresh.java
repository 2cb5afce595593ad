package dev.holdfast.card.view;

import java.util.List;
import java.util.Map;

/**
 * How a card is asked for again, as the one who asks may see it (facts B2).
 *
 * @param title of the button
 * @param data of {@code request.refresh}: requestId, version
 * @param userIds whose clients ask by themselves, at most 60, as Teams names people; empty for none
 */
public record AutoRefresh(String title, Map<String, String> data, List<String> userIds) {}
