/** Recurring times by RFC 5545, and what of them is left for a start. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
