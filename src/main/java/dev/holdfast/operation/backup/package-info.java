/** Create a manual backup. */
@NullMarked
package dev.holdfast.operation.backup;

import org.jspecify.annotations.NullMarked;
