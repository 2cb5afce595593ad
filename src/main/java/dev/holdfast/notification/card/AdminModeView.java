package dev.holdfast.notification.card;

import dev.holdfast.card.view.ServiceErrorDetails;
import dev.holdfast.card.view.Tone;
import java.util.Map;
import java.util.Optional;

/**
 * Administration mode on the target of a restore, and how it is left.
 *
 * @param text where it stands, in sentences
 * @param by who had it left, or asked for that, and when; may be empty
 * @param look whether a person has to affirm first that they have looked at the environment
 * @param service the service's own words where leaving it did not work
 * @param leave data of {@code request.leaveAdminMode}: requestId, version; empty for no button
 */
public record AdminModeView(
    Tone tone,
    String text,
    String by,
    boolean look,
    Optional<ServiceErrorDetails> service,
    Optional<Map<String, String>> leave) {}
