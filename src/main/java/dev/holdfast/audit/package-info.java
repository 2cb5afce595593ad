/** The append-only record of who did what, and when. */
@ApplicationModule(
    allowedDependencies = {"request", "request :: *", "doctor", "message", "messaging", "settings"})
@NullMarked
package dev.holdfast.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
