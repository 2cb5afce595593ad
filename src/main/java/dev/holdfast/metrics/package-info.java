/** Measures requests, approvals, tokens, and the database, for dashboards and alerts. */
@ApplicationModule(
    allowedDependencies = {
      "approval :: policy",
      "entra",
      "request",
      "request :: event",
      "request :: step",
      "support"
    })
@NullMarked
package dev.holdfast.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
