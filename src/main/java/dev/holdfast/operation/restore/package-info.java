/** Restore an environment, undo a restore, and tell why one is not possible. */
@NamedInterface("restore")
@NullMarked
package dev.holdfast.operation.restore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
