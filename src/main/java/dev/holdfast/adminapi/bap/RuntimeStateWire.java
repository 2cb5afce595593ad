package dev.holdfast.adminapi.bap;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.holdfast.adminapi.AdminApi.AdministrationMode;

/** The body that sets administration mode and background operations (facts 1.1). */
record RuntimeStateWire(Properties properties) {

  static RuntimeStateWire of(AdministrationMode mode) {
    return new RuntimeStateWire(
        new Properties(
            new States(new Named(mode.isOn() ? "AdminMode" : "Enabled")),
            new LinkedEnvironmentMetadata(
                mode.hasBackgroundOperations() ? "Enabled" : "Disabled")));
  }

  @JsonPropertyOrder({"states", "linkedEnvironmentMetadata"})
  record Properties(States states, LinkedEnvironmentMetadata linkedEnvironmentMetadata) {}

  record States(Named runtime) {}

  record Named(String id) {}

  record LinkedEnvironmentMetadata(String backgroundOperationsState) {}
}
