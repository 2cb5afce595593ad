/** Commands and card actions that belong to no type of operation. */
@ApplicationModule(
    allowedDependencies = {
      "bot",
      "bot :: *",
      "operation",
      "operation :: *",
      "notification",
      "notification :: *",
      "approval",
      "approval :: *",
      "request",
      "request :: *",
      "audit",
      "environment",
      "environment :: *",
      "adminapi",
      "doctor",
      "freeze",
      "calendar",
      "card",
      "card :: *",
      "message",
      "messaging",
      "series",
      "support"
    })
@NullMarked
package dev.holdfast.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
