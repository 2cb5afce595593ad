/** Which request goes first on an environment. */
@NullMarked
package dev.holdfast.execution.queue;

import org.jspecify.annotations.NullMarked;
