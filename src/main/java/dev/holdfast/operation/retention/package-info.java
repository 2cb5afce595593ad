/** Change how long the backups of an environment are kept. */
@NamedInterface("retention")
@NullMarked
package dev.holdfast.operation.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
