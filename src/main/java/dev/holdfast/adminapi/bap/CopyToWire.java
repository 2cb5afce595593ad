package dev.holdfast.adminapi.bap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.holdfast.adminapi.CopyOrder;
import dev.holdfast.adminapi.CopyType;
import org.jspecify.annotations.Nullable;

/** The body of {@code copyTo}, with the names that the cmdlets send (facts 1.3). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "SourceEnvironmentId",
  "TargetEnvironmentName",
  "TargetSecurityGroupId",
  "CopyType",
  "SkipAuditData",
  "ExecuteAdvancedCopyForFinanceAndOperations"
})
record CopyToWire(
    @JsonProperty("SourceEnvironmentId") String source,
    @JsonProperty("TargetEnvironmentName") String targetName,
    @JsonProperty("TargetSecurityGroupId") @Nullable String securityGroup,
    @JsonProperty("CopyType") String type,
    @JsonProperty("SkipAuditData") boolean skipAuditData,
    @JsonProperty("ExecuteAdvancedCopyForFinanceAndOperations") boolean withoutTransactions) {

  /**
   * Transactions are always spoken of: the admin center's default is without them (rule R31).
   *
   * @param targetName the new name or the present one: every tool sends this field
   */
  static CopyToWire of(CopyOrder order, String targetName) {
    return new CopyToWire(
        order.sourceId(),
        targetName,
        order.securityGroupId().orElse(null),
        switch (order.type()) {
          case FULL, WITHOUT_TRANSACTIONS -> "FullCopy";
          case MINIMAL -> "MinimalCopy";
        },
        order.skipAuditData(),
        order.type() == CopyType.WITHOUT_TRANSACTIONS);
  }
}
