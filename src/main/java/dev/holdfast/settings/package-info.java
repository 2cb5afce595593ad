/** What is wrong with the settings, collected before anything starts. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
