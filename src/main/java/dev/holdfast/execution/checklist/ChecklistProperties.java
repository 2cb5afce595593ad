package dev.holdfast.execution.checklist;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What Holdfast does about the checklist of a restore or copy.
 *
 * @param remindAfter how long after the success people are reminded of the open items
 */
@Validated
@ConfigurationProperties("holdfast.execution.checklist")
public record ChecklistProperties(
    @NotNull @DurationMin(millis = 1) @DefaultValue("24h") Duration remindAfter) {}
