package dev.holdfast.execution.guard;

import dev.holdfast.adminapi.AdminApiProperties;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What keeps a replica that paused from calling while another one has taken over its work.
 *
 * @param maxCheckAge how old the checks of a request may be when its call is sent
 * @param takeoverDelay how long after an intent to call nothing is concluded from what the service
 *     doesn't show, unless the call's end was seen. It has to be longer than {@code maxCheckAge}
 *     and the time that one call may take together
 */
@Validated
@ConfigurationProperties("holdfast.execution")
public record CallProperties(
    @DefaultValue("2m") Duration maxCheckAge, @DefaultValue("5m") Duration takeoverDelay) {

  /** How long after the checks the answer to a call may still come. */
  Duration longestCall(AdminApiProperties.Timeouts timeouts) {
    return maxCheckAge.plus(timeouts.connect()).plus(timeouts.read());
  }
}
