/** How an operation truly ended: what all sources say together, and what they don't. */
@NullMarked
package dev.holdfast.execution.outcome;

import org.jspecify.annotations.NullMarked;
