/** Says whether what Holdfast depends on works, and how to fix what doesn't. */
@ApplicationModule(allowedDependencies = {"adminapi", "adminapi :: *", "entra", "support"})
@NullMarked
package dev.holdfast.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
