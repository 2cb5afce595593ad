/** What keeps a call from going out that isn't this process's to make any more. */
@NullMarked
package dev.holdfast.execution.guard;

import org.jspecify.annotations.NullMarked;
