package dev.holdfast.adminapi.bap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.http.JsonTimes;
import org.jspecify.annotations.Nullable;

/** The body of {@code restoreTo}, with the names that the cmdlets send (facts 1.3). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "SourceEnvironmentId",
  "TargetEnvironmentName",
  "TargetSecurityGroupId",
  "RestorePointDateTime",
  "SkipAuditData"
})
record RestoreToWire(
    @JsonProperty("SourceEnvironmentId") String source,
    @JsonProperty("TargetEnvironmentName") String targetName,
    @JsonProperty("TargetSecurityGroupId") @Nullable String securityGroup,
    @JsonProperty("RestorePointDateTime") String point,
    @JsonProperty("SkipAuditData") boolean skipAuditData) {

  /**
   * @param targetName the new name or the present one: every tool sends this field
   */
  static RestoreToWire of(RestoreOrder order, String targetName) {
    return new RestoreToWire(
        order.sourceId(),
        targetName,
        order.securityGroupId().orElse(null),
        JsonTimes.restorePoint(order.point()),
        order.skipAuditData());
  }
}
