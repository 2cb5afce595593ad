package dev.holdfast.adminapi.ppapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.holdfast.adminapi.RestoreOrder;
import dev.holdfast.adminapi.http.JsonTimes;
import org.jspecify.annotations.Nullable;

/** The body of {@code restore} (facts 2). */
@JsonPropertyOrder({"restorePointDateTime", "sourceEnvironmentId", "restoreOptions"})
record RestoreWire(
    String restorePointDateTime, String sourceEnvironmentId, Options restoreOptions) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"environmentNameToOverride", "securityGroupIdToOverride", "skipAuditData"})
  record Options(
      @Nullable String environmentNameToOverride,
      @Nullable String securityGroupIdToOverride,
      boolean skipAuditData) {}

  static RestoreWire of(RestoreOrder order) {
    return new RestoreWire(
        JsonTimes.withOffset(order.point()),
        order.sourceId(),
        new Options(
            order.targetName().isEmpty() ? null : order.targetName(),
            order.securityGroupId().orElse(null),
            order.skipAuditData()));
  }
}
