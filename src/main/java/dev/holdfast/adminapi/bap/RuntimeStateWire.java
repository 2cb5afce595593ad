package dev.holdfast.adminapi.bap;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The body that switches administration mode off and background operations on (facts 1.1). */
record RuntimeStateWire(Properties properties) {

  static final RuntimeStateWire ENABLED =
      new RuntimeStateWire(
          new Properties(
              new States(new Named("Enabled")), new LinkedEnvironmentMetadata("Enabled")));

  @JsonPropertyOrder({"states", "linkedEnvironmentMetadata"})
  record Properties(States states, LinkedEnvironmentMetadata linkedEnvironmentMetadata) {}

  record States(Named runtime) {}

  record Named(String id) {}

  record LinkedEnvironmentMetadata(String backgroundOperationsState) {}
}
