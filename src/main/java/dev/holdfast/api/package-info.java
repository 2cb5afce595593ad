/** The HTTP API, with which applications ask for operations and follow them. */
@ApplicationModule(
    allowedDependencies = {
      "operation",
      "operation :: start",
      "bot",
      "bot :: *",
      "approval",
      "approval :: *",
      "request",
      "request :: *",
      "environment",
      "environment :: *",
      "adminapi",
      "doctor",
      "entra",
      "message",
      "retention",
      "settings",
      "support",
      "support :: tracing"
    })
@NullMarked
package dev.holdfast.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
