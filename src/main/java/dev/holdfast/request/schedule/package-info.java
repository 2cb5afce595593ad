/**
 * When a request is to start, where that isn't as soon as possible, and of which series it's a run.
 */
@NamedInterface("schedule")
@NullMarked
package dev.holdfast.request.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
