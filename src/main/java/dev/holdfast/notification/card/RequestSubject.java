package dev.holdfast.notification.card;

import dev.holdfast.card.view.EnvironmentSummary;
import dev.holdfast.card.view.ZonedTime;
import java.util.Optional;

/**
 * What a request is about.
 *
 * @param to the environment that is overwritten; empty for a backup
 * @param point the restore point; empty where there is none
 * @param pointName such as {@code manual backup “Before go-live”}; may be empty
 */
public record RequestSubject(
    EnvironmentSummary from,
    Optional<EnvironmentSummary> to,
    Optional<ZonedTime> point,
    String pointName) {}
