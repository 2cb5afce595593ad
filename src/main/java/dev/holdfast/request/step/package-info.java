/** The steps of a request: what is asked for, and one call of the admin API with its state. */
@NamedInterface("step")
@NullMarked
package dev.holdfast.request.step;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
