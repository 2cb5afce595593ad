package dev.holdfast.adminapi.ppapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.holdfast.adminapi.CopyOrder;
import org.jspecify.annotations.Nullable;

/** The body of {@code copy} (facts 2.4). */
@JsonPropertyOrder({"sourceEnvironmentId", "copyType", "copyOptions"})
record CopyWire(String sourceEnvironmentId, String copyType, Options copyOptions) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "environmentNameToOverride",
    "securityGroupIdToOverride",
    "skipAuditData",
    "executeAdvancedCopyForFinanceAndOperations"
  })
  record Options(
      @Nullable String environmentNameToOverride,
      @Nullable String securityGroupIdToOverride,
      boolean skipAuditData,
      boolean executeAdvancedCopyForFinanceAndOperations) {}

  /** With transactions, which is said explicitly: the admin center's default is without (R31). */
  static CopyWire of(CopyOrder order) {
    return new CopyWire(
        order.sourceId(),
        switch (order.type()) {
          case FULL -> "Full";
          case MINIMAL -> "Minimal";
        },
        new Options(
            order.targetName().isEmpty() ? null : order.targetName(),
            order.securityGroupId().orElse(null),
            order.skipAuditData(),
            false));
  }
}
