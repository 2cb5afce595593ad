package dev.holdfast.adminapi;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the admin API is asked, and how often.
 *
 * @param dryRun whether the Power Platform API may be asked to check a restore without starting it;
 *     for those who would rather not send it a restore before it is approved
 * @param validationPatience how long a review waits for the end of the service's own check
 * @param pollInterval how long to wait between two looks at an operation when the service does not
 *     say
 * @param catalogTtl how old the list of environments may get before it is read again
 * @param backupRestorableAfter how long after its instant the service restores a backup (rule R5)
 */
@Validated
@ConfigurationProperties("holdfast.admin-api")
public record AdminApiUsageProperties(
    @DefaultValue("true") boolean dryRun,
    @NotNull @DurationMin(millis = 1) @DefaultValue("10s") Duration validationPatience,
    @NotNull @DurationMin(millis = 100) @DefaultValue("15s") Duration pollInterval,
    @NotNull @DurationMin(millis = 1) @DefaultValue("60s") Duration catalogTtl,
    @NotNull @DurationMin(millis = 1) @DefaultValue("15m") Duration backupRestorableAfter) {}
