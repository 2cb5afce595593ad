package dev.holdfast.card;

import java.util.Map;
import java.util.Optional;

/**
 * Administration mode on the target of a restore, and how it is left.
 *
 * @param text where it stands, in sentences
 * @param by who had it left, or asked for that, and when; may be empty
 * @param look what a person has to affirm before it is left; empty when nothing
 * @param service the service's own words where leaving it did not work
 * @param leave data of {@code request.leaveAdminMode}: requestId, version; empty for no button
 */
public record AdminModeView(
    Tone tone,
    String text,
    String by,
    Optional<String> look,
    Optional<ServiceWords> service,
    Optional<Map<String, String>> leave) {}
