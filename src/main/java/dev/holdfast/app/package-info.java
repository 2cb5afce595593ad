/** Command-line modes and shared configuration. */
@ApplicationModule(
    allowedDependencies = {
      "operation",
      "operation :: *",
      "approval",
      "approval :: *",
      "execution",
      "notification",
      "notification :: *",
      "audit",
      "request",
      "request :: *",
      "doctor",
      "message",
      "settings",
      "support"
    })
@NullMarked
package dev.holdfast.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
