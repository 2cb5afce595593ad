/** Small helpers that every module may use. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
