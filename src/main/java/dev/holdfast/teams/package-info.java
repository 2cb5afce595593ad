/** The edge to Microsoft Teams; the only package that sees the Bot Framework SDK and Jackson 2. */
@ApplicationModule(
    allowedDependencies = {
      "bot",
      "bot :: *",
      "notification",
      "notification :: *",
      "messaging",
      "message",
      "card",
      "card :: *",
      "entra",
      "doctor",
      "retention",
      "settings",
      "support",
      "support :: tracing"
    })
@NullMarked
package dev.holdfast.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
