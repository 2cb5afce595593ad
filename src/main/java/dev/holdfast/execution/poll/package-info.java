/** How often an operation is polled, and what a poll says. */
@NullMarked
package dev.holdfast.execution.poll;

import org.jspecify.annotations.NullMarked;
