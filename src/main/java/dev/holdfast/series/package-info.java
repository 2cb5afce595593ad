/** Series: when they run, and what people say about them. Each run is a request of its own. */
@ApplicationModule(
    allowedDependencies = {
      "operation :: repeat",
      "approval",
      "request",
      "request :: *",
      "message",
      "retention",
      "support"
    })
@NullMarked
package dev.holdfast.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
