/** Deletes what nothing needs anymore: each package says what of its tables that is. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
