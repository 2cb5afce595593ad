/** Turn administration mode and background operations of an environment on or off. */
@NamedInterface("mode")
@NullMarked
package dev.holdfast.operation.mode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
