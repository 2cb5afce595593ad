/** Tells other systems what happens to requests: CloudEvents, signed as in Standard Webhooks. */
@ApplicationModule(
    allowedDependencies = {
      "request",
      "request :: diagnosis",
      "request :: event",
      "request :: schedule",
      "request :: step",
      "doctor",
      "message",
      "retention",
      "settings",
      "support",
      "support :: tracing"
    })
@NullMarked
package dev.holdfast.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
