/** Drives an approved request to its verified end, across restarts. */
@ApplicationModule(
    allowedDependencies = {
      "operation",
      "operation :: *",
      "request",
      "request :: *",
      "adminapi",
      "adminapi :: *",
      "environment",
      "environment :: *",
      "freeze",
      "message",
      "settings",
      "support",
      "support :: tracing",
      "ticket"
    })
@NullMarked
package dev.holdfast.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
