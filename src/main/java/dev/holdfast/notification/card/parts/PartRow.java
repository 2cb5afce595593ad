package dev.holdfast.notification.card.parts;

import dev.holdfast.card.view.Tone;
import java.util.Map;

/**
 * A request that carries out a part of another, on the card of that one.
 *
 * @param requestId such as {@code R-1043}
 * @param detail why it didn't succeed; may be empty
 * @param open data of {@code request.show}: requestId
 */
public record PartRow(
    String environment,
    String requestId,
    String state,
    Tone tone,
    String detail,
    Map<String, String> open) {}
