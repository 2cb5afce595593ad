package dev.holdfast.approval;

import dev.holdfast.request.Person;
import dev.holdfast.request.RequestOrigin;
import java.time.ZoneId;

/**
 * A person's wish that a target leaves administration mode.
 *
 * @param version the request's version on the card that was clicked
 * @param looked whether the person says that they have looked at the target
 * @param origin where they asked
 * @param zone theirs
 */
public record LeaveAdminModeInput(
    Person by, long version, boolean looked, RequestOrigin origin, ZoneId zone) {}
