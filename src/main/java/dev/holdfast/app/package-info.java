/** Command-line modes and shared configuration. */
@ApplicationModule(
    allowedDependencies = {
      "operation",
      "operation :: *",
      "approval",
      "approval :: *",
      "execution",
      "execution :: checklist",
      "notification",
      "notification :: *",
      "audit",
      "request",
      "request :: *",
      "doctor",
      "entra",
      "message",
      "metrics",
      "series",
      "settings",
      "support",
      "ticket :: note",
      "webhook"
    })
@NullMarked
package dev.holdfast.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
