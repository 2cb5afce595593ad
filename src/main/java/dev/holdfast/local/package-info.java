/** The local profile: Holdfast, the simulator and two chat windows on one machine. */
@ApplicationModule(
    allowedDependencies = {"simulator", "adminapi", "adminapi :: *", "entra", "settings"})
@NullMarked
package dev.holdfast.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
