package dev.holdfast.retention;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long Holdfast keeps what only grows. Requests and the audit log stay.
 *
 * @param notifications of a request that has ended: where its cards are, and which messages were
 *     given up, after its last change
 * @param conversations in which nobody was heard, or where Holdfast can't write, and the people who
 *     left with them
 * @param activities which of them were taken, to recognize one that Teams sends again
 * @param drafts reviews that nobody submitted
 */
@Validated
@ConfigurationProperties("holdfast.retention")
public record RetentionProperties(
    @DefaultValue("90d") @NotNull @DurationMin(days = 1) Duration notifications,
    @DefaultValue("180d") @NotNull @DurationMin(days = 1) Duration conversations,
    @DefaultValue("1d") @NotNull @DurationMin(hours = 1) Duration activities,
    @DefaultValue("7d") @NotNull @DurationMin(hours = 1) Duration drafts) {}
