/** When an operation is to start: what forms and orders say of it, and what is against it. */
@NamedInterface("start")
@NullMarked
package dev.holdfast.operation.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
