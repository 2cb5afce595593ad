package dev.holdfast.notification.card;

import dev.holdfast.card.view.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An outcome that is not known, and how a person settles it; or that is waited for, and how a
 * person ends that.
 *
 * @param said who settled it, how and when, in sentences; may be empty
 * @param ways what can be chosen, {@code settlement} being the value; none for those who cannot
 * @param typed whether the id of an operation can be typed
 * @param look whether a way needs that the person has looked at the operations
 * @param error why the last click was not taken; may be empty
 * @param settle data of {@code request.settle}: requestId, version; empty for no button
 * @param stop data of {@code request.stopWaiting}: requestId; empty for no button
 */
public record OutcomeResolutionView(
    String said,
    List<Choice> ways,
    boolean typed,
    boolean look,
    String error,
    Optional<Map<String, String>> settle,
    Optional<Map<String, String>> stop) {}
