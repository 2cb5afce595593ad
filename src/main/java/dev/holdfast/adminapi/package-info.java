/** The port to the Power Platform admin API and the records it speaks in. */
@ApplicationModule(allowedDependencies = {"entra", "settings", "support", "support :: tracing"})
@NullMarked
package dev.holdfast.adminapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
