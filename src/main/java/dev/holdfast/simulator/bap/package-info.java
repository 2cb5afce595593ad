/** The simulated admin API that the cmdlets call. */
@NullMarked
package dev.holdfast.simulator.bap;

import org.jspecify.annotations.NullMarked;
