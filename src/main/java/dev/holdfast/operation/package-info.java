/** What Holdfast can be asked to do: the types of operations, and the parts that each brings. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "bot",
      "bot :: *",
      "request",
      "request :: *",
      "approval",
      "approval :: *",
      "environment",
      "environment :: *",
      "adminapi",
      "card",
      "card :: *",
      "message",
      "messaging",
      "retention",
      "support",
      "ticket"
    })
@NullMarked
package dev.holdfast.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
