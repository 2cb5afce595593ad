/** Times in which nothing starts, on one environment or on all. */
@ApplicationModule(
    allowedDependencies = {"request", "request :: *", "message", "retention", "support"})
@NullMarked
package dev.holdfast.freeze;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
