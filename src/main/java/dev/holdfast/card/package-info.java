/** From a view record and a template to an Adaptive Card. */
@ApplicationModule(allowedDependencies = {"message", "support"})
@NullMarked
package dev.holdfast.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
