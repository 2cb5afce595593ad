/** What Holdfast can be asked to do: the types of operations, and the parts that each brings. */
@NullMarked
package dev.holdfast.operation;

import org.jspecify.annotations.NullMarked;
