/** Take an environment out of administration mode. */
@NamedInterface("adminmode")
@NullMarked
package dev.holdfast.operation.adminmode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
