package dev.holdfast.operation.several;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How backups of several environments are requested.
 *
 * @param most how many environments one request may back up; a card has room for no more than 15
 */
@Validated
@ConfigurationProperties("holdfast.backups")
record SeveralBackupsProperties(@DefaultValue("15") @Min(2) @Max(15) int most) {}
