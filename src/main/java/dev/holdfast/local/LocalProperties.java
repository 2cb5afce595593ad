package dev.holdfast.local;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the local profile's chat windows.
 *
 * @param windows whether to start them at all
 * @param requesterPort port of the window of the person who asks
 * @param approverPort port of the window of the person who approves
 * @param secondApproverPort port of the window of a second person who approves; 0 opens none
 * @param directory where each window's generated configuration, logs and process record lie
 * @param openBrowser whether each window opens a page in the machine's browser by itself
 * @param startWithin how long a window may take until it answers; the first start downloads it
 */
@Validated
@ConfigurationProperties("holdfast.local")
record LocalProperties(
    @DefaultValue("true") boolean windows,
    @DefaultValue("56150") @Min(1) @Max(65535) int requesterPort,
    @DefaultValue("56151") @Min(1) @Max(65535) int approverPort,
    @DefaultValue("0") @Min(0) @Max(65535) int secondApproverPort,
    @DefaultValue("data/local") Path directory,
    @DefaultValue("false") boolean openBrowser,
    @DefaultValue("3m") Duration startWithin) {

  @AssertTrue(message = "requester-port, approver-port, and second-approver-port must differ")
  boolean isOnePortEach() {
    return requesterPort != approverPort
        && secondApproverPort != requesterPort
        && secondApproverPort != approverPort;
  }

  boolean hasSecondApprover() {
    return secondApproverPort > 0;
  }
}
