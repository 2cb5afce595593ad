package dev.holdfast.adminapi.bap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.holdfast.adminapi.BackupOrder;
import org.jspecify.annotations.Nullable;

/** The body of {@code backups}, with the names that the cmdlets send (facts 1.3). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"Label", "Notes"})
record BackupRequestWire(
    @JsonProperty("Label") String label, @JsonProperty("Notes") @Nullable String notes) {

  static BackupRequestWire of(BackupOrder order) {
    return new BackupRequestWire(order.label(), order.notes().isBlank() ? null : order.notes());
  }
}
