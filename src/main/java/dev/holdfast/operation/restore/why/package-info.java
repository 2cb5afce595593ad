/** Says what rules an environment out as a target. */
@NullMarked
package dev.holdfast.operation.restore.why;

import org.jspecify.annotations.NullMarked;
