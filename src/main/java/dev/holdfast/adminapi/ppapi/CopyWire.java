package dev.holdfast.adminapi.ppapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.CopyType;
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

  /** Transactions are always spoken of: the admin center's default is without them (R31). */
  static CopyWire of(CopyOrder order) {
    return new CopyWire(
        order.sourceId(),
        switch (order.type()) {
          case FULL, WITHOUT_TRANSACTIONS -> "Full";
          case MINIMAL -> "Minimal";
        },
        new Options(
            order.targetName().isEmpty() ? null : order.targetName(),
            order.securityGroupId().orElse(null),
            order.skipAuditData(),
            order.type() == CopyType.WITHOUT_TRANSACTIONS));
  }
}
