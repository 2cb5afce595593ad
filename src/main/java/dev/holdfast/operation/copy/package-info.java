/** Copy an environment onto another, with its data or without. */
@NullMarked
package dev.holdfast.operation.copy;

import org.jspecify.annotations.NullMarked;
