/** Copy an environment onto another, with its data or without. */
@NamedInterface("copy")
@NullMarked
package dev.holdfast.operation.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
