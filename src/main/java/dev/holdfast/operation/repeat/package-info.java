/**
 * How often something is to be done: what forms say of it, when its runs are, and what is approved.
 */
@NamedInterface("repeat")
@NullMarked
package dev.holdfast.operation.repeat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
