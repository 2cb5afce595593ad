/** An operation that somebody asked for: its life, its events, its store. */
@ApplicationModule(allowedDependencies = {"message", "support", "support :: tracing"})
@NullMarked
package dev.holdfast.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
