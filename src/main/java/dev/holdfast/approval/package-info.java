/** Who may ask, who may decide, how many must agree, and until when. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "request",
      "request :: *",
      "environment",
      "environment :: *",
      "doctor",
      "message",
      "retention",
      "settings",
      "support",
      "ticket"
    })
@NullMarked
package dev.holdfast.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
