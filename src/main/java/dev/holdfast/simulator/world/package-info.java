/** The simulated environments, backups, and operations, whichever API asks for them. */
@NullMarked
package dev.holdfast.simulator.world;

import org.jspecify.annotations.NullMarked;
