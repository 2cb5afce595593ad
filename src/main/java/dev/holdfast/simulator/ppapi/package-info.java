/** The simulated Power Platform API. */
@NullMarked
package dev.holdfast.simulator.ppapi;

import org.jspecify.annotations.NullMarked;
