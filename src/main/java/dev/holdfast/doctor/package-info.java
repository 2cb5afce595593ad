/** Says what of all that Holdfast depends on works, and how what does not is mended. */
@ApplicationModule(allowedDependencies = {"adminapi", "entra"})
@NullMarked
package dev.holdfast.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
