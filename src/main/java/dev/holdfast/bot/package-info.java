/** The words of a chat turn: who said or clicked what, and what is replied. */
@ApplicationModule(
    allowedDependencies = {
      "messaging",
      "card",
      "card :: *",
      "environment",
      "environment :: *",
      "approval",
      "adminapi",
      "request",
      "request :: *",
      "message",
      "retention",
      "support",
      "support :: tracing"
    })
@NullMarked
package dev.holdfast.bot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
