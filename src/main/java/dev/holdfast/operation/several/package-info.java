/** Back up several environments: one request and one approval, a request for each. */
@NamedInterface("several")
@NullMarked
package dev.holdfast.operation.several;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
