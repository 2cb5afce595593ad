/**
 * The catalog of environments and the rules that say which source may be restored onto which
 * target.
 */
@ApplicationModule(
    allowedDependencies = {
      "adminapi",
      "adminapi :: capacity",
      "adminapi :: finops",
      "message",
      "support",
      "support :: tracing"
    })
@NullMarked
package dev.holdfast.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
