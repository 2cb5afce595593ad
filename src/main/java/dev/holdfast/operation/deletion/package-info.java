/** Delete a manual backup. */
@NamedInterface("deletion")
@NullMarked
package dev.holdfast.operation.deletion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
