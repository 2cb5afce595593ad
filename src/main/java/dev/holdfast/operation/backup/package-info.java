/** Create a manual backup. */
@NamedInterface("backup")
@NullMarked
package dev.holdfast.operation.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
