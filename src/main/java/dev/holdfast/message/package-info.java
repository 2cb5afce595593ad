/** Texts for people: message codes with arguments, and a catalog for each language. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.holdfast.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
