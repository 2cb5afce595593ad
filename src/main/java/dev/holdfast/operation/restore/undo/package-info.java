/** Restores an environment from its safety backup. */
@NullMarked
package dev.holdfast.operation.restore.undo;

import org.jspecify.annotations.NullMarked;
