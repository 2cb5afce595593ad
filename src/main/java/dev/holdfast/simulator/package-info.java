/**
 * A Power Platform admin API of our own, over HTTP on loopback, for the local profile and the
 * tests.
 */
@ApplicationModule(allowedDependencies = {"support"})
@NullMarked
package dev.holdfast.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
