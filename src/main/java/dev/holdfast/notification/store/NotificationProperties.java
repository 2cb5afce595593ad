package dev.holdfast.notification.store;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told besides those who take part.
 *
 * @param approversChannel Teams' id of the channel or chat where approval cards are posted; empty
 *     for none
 * @param retryAfter the first pause after a delivery that failed; it doubles up to an hour
 * @param giveUpAfter how long a delivery is tried
 */
@ConfigurationProperties("holdfast.notifications")
public record NotificationProperties(
    Optional<String> approversChannel,
    @DefaultValue("5s") Duration retryAfter,
    @DefaultValue("3d") Duration giveUpAfter) {}
