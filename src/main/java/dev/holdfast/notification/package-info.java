/** Who is told what, and that it reaches them. */
@ApplicationModule(
    allowedDependencies = {
      "approval",
      "approval :: *",
      "operation",
      "operation :: *",
      "messaging",
      "request",
      "request :: *",
      "environment",
      "card",
      "card :: *",
      "doctor",
      "freeze",
      "message",
      "retention",
      "series",
      "support",
      "ticket"
    })
@NullMarked
package dev.holdfast.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
