/**
 * Change tickets: whether a ticket in another system allows an operation now, and what became of it
 * written back.
 */
@ApplicationModule(
    allowedDependencies = {
      "request",
      "request :: *",
      "message",
      "settings",
      "support",
      "support :: tracing"
    })
@NullMarked
package dev.holdfast.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
